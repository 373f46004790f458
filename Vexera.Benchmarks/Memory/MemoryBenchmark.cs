using Vexera.Benchmarks.Processes;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Memory;

/// <summary>What guilds take in memory and on disk: one typical guild, and a bot that knows hundreds of thousands.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const int TypicalGuilds = 20_000;
    private const double MemoryBar = 8 * 1024;
    private const double DiskBar = 3 * 1024;
    private const double ResidentBar = 700;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public string Summary => "Bytes of a typical guild in memory and on disk; memory of a bot that knows 300,000 guilds.";

    /// <inheritdoc/>
    public Knobs Knobs => Knobs.Shards | Knobs.Guilds;

    /// <inheritdoc/>
    public async Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var report = new Report(Name);
        progress.Report(FormattableString.Invariant($"writing and reading {TypicalGuilds:N0} typical guilds"));
        Tell(report, await GuildCosts.MeasureAsync(TypicalGuilds, cancellationToken));
        var (guilds, shards) = (settings.Guilds ?? 300_000, settings.Shards ?? 288);
        progress.Report(FormattableString.Invariant($"booting a bot with {guilds:N0} guilds on {shards} shards"));
        var resident = await BootAsync(guilds, shards, progress, cancellationToken);
        report.AddSet($"{guilds:N0} guilds, {shards} shards").Add("resident memory, MB", resident);
        report.Add(Promise.AtMost(
            FormattableString.Invariant($"resident with {guilds:N0} guilds known and a cache of 256 MB"), resident, ResidentBar, " MB"));
        return report;
    }

    private async Task<double> BootAsync(int guilds, int shards, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var world = new SandboxWorldSize(guilds, shards, MaxConcurrency: shards);
        await using var sandbox = await SandboxProcess.StartAsync(VexeraExecutable.Built, world, cancellationToken);
        await using var bot = new BotProcess(VexeraExecutable.Built, sandbox, "State:CacheMegabytes=256");
        await bot.ReadyAsync(cancellationToken);
        for (var stats = await sandbox.Client.StatsAsync(cancellationToken);
             stats.Sent("GUILD_CREATE") < guilds || stats.Backlog > 0;
             stats = await sandbox.Client.StatsAsync(cancellationToken))
        {
            progress.Report(FormattableString.Invariant($"{stats.Sent("GUILD_CREATE"):N0} guilds sent, {bot.Sample().ResidentMegabytes:N0} MB"));
            await Task.Delay(TimeSpan.FromSeconds(5), _time, cancellationToken);
        }

        await Task.Delay(Settling, _time, cancellationToken);
        return bot.Sample().ResidentMegabytes;
    }

    private static void Tell(Report report, GuildCosts costs)
    {
        report.AddSet(FormattableString.Invariant($"a guild of {TypicalGuild.Channels} channels and {TypicalGuild.Roles} roles"))
            .Add("record, bytes", costs.RecordBytes)
            .Add("in memory, bytes", costs.MemoryBytes)
            .Add("on disk, bytes", costs.DiskBytes)
            .Add("written in a second", costs.WritesPerSecond)
            .Add("read in a second", costs.ReadsPerSecond)
            .Add(FormattableString.Invariant($"list of {TypicalGuilds:N0} guilds read, s"), costs.ListSeconds)
            .Add("record written, µs", costs.EncodeMicroseconds)
            .Add("record read, µs", costs.DecodeMicroseconds);
        report.Add(Promise.AtMost("a typical guild in memory, with what the cache takes for it", costs.MemoryBytes, MemoryBar, " bytes"));
        report.Add(Promise.AtMost("a typical guild on disk", costs.DiskBytes, DiskBar, " bytes"));
    }
}
