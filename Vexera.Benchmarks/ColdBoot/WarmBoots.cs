using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Measuring;
using Vexera.Benchmarks.Processes;

namespace Vexera.Benchmarks.ColdBoot;

/// <summary>Boots of a process that has booted before, so that no code is compiled meanwhile.</summary>
internal static class WarmBoots
{
    private const int Rounds = 5;

    // Discord lets a bucket identify every five seconds.
    private static readonly TimeSpan IdentifyInterval = TimeSpan.FromSeconds(5.2);

    /// <summary>Medians: seconds from the first IDENTIFY until all guilds are known, and CPU seconds of the whole boot.</summary>
    public static async Task<(double Wall, double Cpu)> MeasureAsync(
        ContenderKind kind, SandboxWorldSize world, string? compression, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await using var booted = await BootedContender.StartAsync(kind, world, compression, cancellationToken);
        var boots = new List<BootAnswer>();
        for (var round = 1; round <= Rounds; round++)
        {
            await booted.Contender.StopAsync(cancellationToken);
            await Task.Delay(IdentifyInterval, TimeProvider.System, cancellationToken);
            await booted.BootAsync(cancellationToken);
            var boot = booted.Answer;
            boots.Add(boot);
            progress.Report(FormattableString.Invariant(
                $"{kind}, boot {round} of {Rounds}: {boot.SinceIdentify:0.00} s since IDENTIFY, {boot.Usage.WallSeconds:0.00} s in all, {boot.Usage.CpuSeconds:0.00} CPU s"));
        }

        return (boots.Select(boot => boot.SinceIdentify).Median(), boots.Select(boot => boot.Usage.CpuSeconds).Median());
    }
}
