using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Vexera.Host.Dashboard.Live;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>What pages show is never old.</summary>
public sealed class DashboardFeedTests
{
    [Fact]
    public async Task Current_ClockSetBack_IsStillNeverOlderThanASecond()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-27T12:00:00Z", null));
        var clock = new JumpingClock(time);
        await using var rig = new DashboardRig(new Dictionary<string, string?>(), clock);
        using var feed = ActivatorUtilities.CreateInstance<DashboardFeed>(rig.Services);
        var before = feed.Current;
        feed.Current.ShouldBeSameAs(before);

        clock.Offset = TimeSpan.FromHours(-2);
        time.Advance(DashboardFeed.Interval);

        feed.Current.ShouldNotBeSameAs(before);
    }
}
