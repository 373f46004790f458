using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Measuring;
using Vexera.Benchmarks.Processes;

namespace Vexera.Benchmarks.ColdBoot;

/// <summary>Boots contenders, each on a simulator of its own.</summary>
internal static class Boots
{
    private const string DefaultCompression = "ZlibStream";
    private const int WarmRounds = 5;

    // Discord lets a bucket identify every five seconds.
    private static readonly TimeSpan IdentifyInterval = TimeSpan.FromSeconds(5.2);

    /// <summary>One boot of a new process, from its start.</summary>
    public static async Task<BootFigures> BootAsync(
        ContenderKind kind, SandboxWorldSize world, string? compression, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(VexeraExecutable.Built, world, cancellationToken);
        await using var contender = Contender(kind, sandbox, world, compression);
        var usage = await contender.BootAsync(cancellationToken);
        var elapsed = contender.Age;
        return new BootFigures(elapsed, usage, contender.Sample(), sandbox.Sample(), await sandbox.Client.StatsAsync(cancellationToken));
    }

    /// <summary>
    /// Boots of a process that has booted before, so that no code is compiled meanwhile: medians from the order on.
    /// </summary>
    public static async Task<(double Wall, double Cpu)> WarmAsync(
        ContenderKind kind, SandboxWorldSize world, string? compression, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(VexeraExecutable.Built, world, cancellationToken);
        await using var contender = Contender(kind, sandbox, world, compression);
        var boots = new List<Usage>();
        for (var round = 0; round <= WarmRounds; round++)
        {
            boots.Add(await contender.BootAsync(cancellationToken));
            progress.Report(FormattableString.Invariant($"{kind}, boot {round} of {WarmRounds}: {boots[^1].WallSeconds:0.00} s, {boots[^1].CpuSeconds:0.00} CPU s"));
            await contender.StopAsync(cancellationToken);
            await Task.Delay(IdentifyInterval, TimeProvider.System, cancellationToken);
        }

        return (boots.Skip(1).Select(boot => boot.WallSeconds).Median(), boots.Skip(1).Select(boot => boot.CpuSeconds).Median());
    }

    private static ContenderProcess Contender(ContenderKind kind, SandboxProcess sandbox, SandboxWorldSize world, string? compression) => new(
        new ContenderSetup(
            kind, sandbox.Address, sandbox.Client.BotToken, world.Shards, world.MaxConcurrency, world.Guilds, compression ?? DefaultCompression));
}

/// <summary>One boot.</summary>
/// <param name="Elapsed">From the start of the process until every shard was ready and every guild known.</param>
/// <param name="Usage">What the bot used from the order to boot on.</param>
/// <param name="Bot">What it had used at the end.</param>
/// <param name="Sandbox">What the simulator had used.</param>
/// <param name="Stats">What the simulator saw.</param>
internal sealed record BootFigures(TimeSpan Elapsed, Usage Usage, ProcessSample Bot, ProcessSample Sandbox, SandboxStats Stats);
