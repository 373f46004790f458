namespace Vexera.Tests.Gateway.Identify;

/// <summary>What every identify gate must know of the process before. An implementation's tests derive from this.</summary>
public abstract class IdentifyGateRestartContract : IdentifyGateStage
{
    [Fact]
    public async Task AcquireAsync_SentByTheProcessBefore_WaitsForTheWindow()
    {
        using (var before = await Acquire(await GateAsync(1), 0))
            before.Sent();
        Time.Advance(TimeSpan.FromSeconds(2));
        var next = Acquire(await GateAsync(1), 0);
        await Time.WaitedForAsync();

        Time.Advance(Window - TimeSpan.FromSeconds(2.001));
        next.IsCompleted.ShouldBeFalse();

        // Whether what was taken was sent may not be on record yet.
        Time.Advance(Window + (Tolerance * 2));
        (await next).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_ProcessBeforeDiedWithAPermit_WaitsAsIfItHadSent()
    {
        var unknown = await Acquire(await GateAsync(1), 0);
        var next = Acquire(await GateAsync(1), 0);
        await Time.WaitedForAsync();

        Time.Advance(Window - TimeSpan.FromMilliseconds(1));
        next.IsCompleted.ShouldBeFalse();

        Time.Advance(Window + (Tolerance * 2));
        (await next).Dispose();
        unknown.Dispose();
    }

    [Fact]
    public async Task AcquireAsync_ProcessBeforeLongAgo_IsGrantedAtOnce()
    {
        using (var before = await Acquire(await GateAsync(1), 0))
            before.Sent();
        Time.Advance(TimeSpan.FromMinutes(1));

        using var permit = await Acquire(await GateAsync(1), 0);

        permit.ShouldNotBeNull();
    }
}
