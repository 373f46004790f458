using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>The gate of one process keeps the contract, and two habits of its own.</summary>
public sealed class IdentifyGateTests : IdentifyGateContract
{
    internal override IIdentifyGate Create() =>
        new IdentifyGate(new SessionBudget(Options.Create(new GatewayOptions()), Time, NullLogger<SessionBudget>.Instance), Time);

    [Fact]
    public async Task Configure_OtherConcurrency_StillKeepsTheWindow()
    {
        var gate = Create();
        gate.Configure(Limit(1));
        (await gate.AcquireAsync(5, TestContext.Current.CancellationToken)).Sent();

        gate.Configure(Limit(16));
        var next = gate.AcquireAsync(6, TestContext.Current.CancellationToken).AsTask();

        next.IsCompleted.ShouldBeFalse();
        Time.Advance(TimeSpan.FromSeconds(6));
        (await next).Dispose();
    }

    [Fact]
    public async Task Configure_SameConcurrency_KeepsTheLine()
    {
        var gate = Create();
        gate.Configure(Limit(1));
        var first = await gate.AcquireAsync(0, TestContext.Current.CancellationToken);
        gate.Configure(Limit(1));

        var second = gate.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask();

        second.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await second).Dispose();
    }

    private static SessionStartLimit Limit(int maxConcurrency) =>
        new() { Total = 1000, Remaining = 1000, ResetAfter = 86_400_000, MaxConcurrency = maxConcurrency };
}
