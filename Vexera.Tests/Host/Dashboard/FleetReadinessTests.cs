using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Shards;
using Vexera.Host.Dashboard;
using Vexera.Host.Dashboard.Health;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>When the bot counts as doing its work.</summary>
public sealed class FleetReadinessTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeFleet _fleet = new();
    private readonly FleetReadiness _readiness;

    public FleetReadinessTests() => _readiness = new FleetReadiness(
        _fleet, Options.Create(new DashboardOptions { ReadyAllowance = TimeSpan.FromMinutes(1) }), _time);

    [Fact]
    public void Look_NoShardsYet_IsNotReadyAndSaysWhy()
    {
        _fleet.Shards = [];

        _readiness.Look().IsReady.ShouldBeFalse();
        _readiness.Look().Reason.ShouldNotBeNull().ShouldContain("not known yet");
    }

    [Theory]
    [InlineData(ShardState.Waiting, false)]
    [InlineData(ShardState.Connecting, false)]
    [InlineData(ShardState.Identifying, false)]
    [InlineData(ShardState.BackingOff, false)]
    [InlineData(ShardState.Stopped, false)]
    [InlineData(ShardState.Resuming, true)]
    [InlineData(ShardState.Ready, true)]
    public void Look_ShardThatWasNeverThere_CountsOnlyWhileItResumes(ShardState state, bool ready)
    {
        Be(state);

        _readiness.Look().IsReady.ShouldBe(ready);
    }

    [Fact]
    public void Look_ShardAway_IsReadyForTheAllowanceAndNotAMomentLonger()
    {
        Be(ShardState.Ready);
        _readiness.Look();
        Be(ShardState.BackingOff);
        _readiness.Look().IsReady.ShouldBeTrue();

        _time.Advance(TimeSpan.FromSeconds(59));
        Be(ShardState.Connecting);
        _readiness.Look().IsReady.ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(1));

        var late = _readiness.Look();
        late.IsReady.ShouldBeFalse();
        late.Reason.ShouldBe("Shards 0 are not ready: 1 of 1.");
    }

    [Fact]
    public void Look_ShardBack_StartsTheAllowanceAnew()
    {
        Be(ShardState.Ready);
        _readiness.Look();
        Be(ShardState.Resuming);
        _readiness.Look();
        _time.Advance(TimeSpan.FromMinutes(2));
        _readiness.Look().IsReady.ShouldBeFalse();
        Be(ShardState.Ready);
        _readiness.Look().IsReady.ShouldBeTrue();

        Be(ShardState.Resuming);

        _readiness.Look().IsReady.ShouldBeTrue();
    }

    [Fact]
    public void Look_ClockSetAhead_LeavesTheAllowanceAsItIs()
    {
        var clock = new JumpingClock(_time);
        var readiness = new FleetReadiness(_fleet, Options.Create(new DashboardOptions { ReadyAllowance = TimeSpan.FromMinutes(1) }), clock);
        Be(ShardState.Ready);
        readiness.Look();
        Be(ShardState.Resuming);
        readiness.Look();

        clock.Offset = TimeSpan.FromHours(1);
        readiness.Look().IsReady.ShouldBeTrue();

        clock.Offset = TimeSpan.FromHours(-1);
        _time.Advance(TimeSpan.FromMinutes(1));
        readiness.Look().IsReady.ShouldBeFalse();
    }

    private void Be(ShardState state) => _fleet.Shards = [new ShardStatus(0, state, _time.GetUtcNow(), null, null)];
}
