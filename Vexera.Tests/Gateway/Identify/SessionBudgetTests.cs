using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Identify;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Identify;

public sealed class SessionBudgetTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLogger<SessionBudget> _log = new();
    private readonly SessionBudget _budget;

    public SessionBudgetTests() => _budget = new SessionBudget(Options.Create(new GatewayOptions { IdentifyReserve = 10 }), _time, _log);

    [Fact]
    public async Task TakeAsync_OnlyTheReserveLeft_WaitsAndSaysSoOnce()
    {
        Renew(total: 1000, remaining: 12);
        await Take();
        await Take();
        var third = Take();
        var fourth = Take();

        third.IsCompleted.ShouldBeFalse();
        _log.Lines.ShouldHaveSingleItem().Text.ShouldContain("Only 10 of today's 1000");
        _time.Advance(TimeSpan.FromHours(1));
        await third;
        await fourth;
    }

    [Fact]
    public async Task TakeAsync_SmallBudget_KeepsBackATenthAtMost()
    {
        Renew(total: 20, remaining: 3);

        await Take();

        Take().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task GiveBack_NotSent_CanBeTakenAgain()
    {
        Renew(total: 1000, remaining: 11);
        await Take();

        _budget.GiveBack();

        await Take();
    }

    [Fact]
    public async Task TakeAsync_AfterTheDay_HasTheWholeBudgetForADay()
    {
        Renew(total: 30, remaining: 0);
        _time.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 27; i++)
            await Take();

        var next = Take();

        _time.Advance(TimeSpan.FromHours(23));
        next.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromHours(1));
        await next;
    }

    private void Renew(int total, int remaining) =>
        _budget.Renew(new SessionStartLimit { Total = total, Remaining = remaining, ResetAfter = 3_600_000, MaxConcurrency = 1 });

    private Task Take() => _budget.TakeAsync(TestContext.Current.CancellationToken).AsTask();
}
