using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Measuring;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.ColdBoot;

/// <summary>Boots of processes that have booted before, often enough that no code is compiled meanwhile.</summary>
internal static class WarmBoots
{
    private const int WarmUps = 5;
    private const int Rounds = 7;

    // Discord lets a bucket identify every five seconds.
    private static readonly TimeSpan IdentifyInterval = TimeSpan.FromSeconds(5.2);

    /// <summary>
    /// Lets contenders boot in turn, so that what else the machine does meets all alike. Medians: seconds from the first IDENTIFY
    /// until all guilds are known, and CPU seconds of the whole boot.
    /// </summary>
    public static async Task<IReadOnlyDictionary<ContenderKind, (double Wall, double Cpu)>> MeasureAsync(
        IReadOnlyList<ContenderKind> kinds, SandboxWorldSize world, string? compression, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var boots = kinds.ToDictionary(kind => kind, _ => new List<BootAnswer>());
        var contenders = new List<(ContenderKind Kind, BootedContender Booted)>();
        try
        {
            foreach (var kind in kinds)
                contenders.Add((kind, await BootedContender.StartAsync(kind, world, compression, cancellationToken)));
            for (var round = 1 - WarmUps; round <= Rounds; round++)
            {
                foreach (var (_, booted) in contenders)
                    await booted.Contender.StopAsync(cancellationToken);
                await Task.Delay(IdentifyInterval, TimeProvider.System, cancellationToken);
                foreach (var (kind, booted) in contenders)
                {
                    await booted.BootAsync(cancellationToken);
                    if (round >= 1)
                        boots[kind].Add(booted.Answer);
                    Tell(round, kind, booted.Answer, progress);
                }
            }
        }
        finally
        {
            foreach (var (_, booted) in contenders)
                await booted.DisposeAsync();
        }

        return boots.ToDictionary(
            pair => pair.Key,
            pair => (pair.Value.Select(boot => boot.SinceIdentify).Median(), pair.Value.Select(boot => boot.Usage.CpuSeconds).Median()));
    }

    private static void Tell(int round, ContenderKind kind, BootAnswer boot, IProgress<string> progress)
    {
        var which = round >= 1 ? FormattableString.Invariant($"boot {round} of {Rounds}") : "warming up";
        progress.Report(FormattableString.Invariant(
            $"{kind}, {which}: {boot.SinceIdentify:0.00} s since IDENTIFY, {boot.Usage.WallSeconds:0.00} s in all, {boot.Usage.CpuSeconds:0.00} CPU s"));
    }
}
