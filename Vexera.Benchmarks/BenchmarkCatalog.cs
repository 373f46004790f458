using Vexera.Benchmarks.Chatter;
using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Commands;
using Vexera.Benchmarks.Dashboard;
using Vexera.Benchmarks.Dispatch;
using Vexera.Benchmarks.Growth;
using Vexera.Benchmarks.Idle;
using Vexera.Benchmarks.Memory;
using Vexera.Benchmarks.Punishments;
using Vexera.Benchmarks.Purge;
using Vexera.Benchmarks.Restarts;
using Vexera.Benchmarks.ResumeStorm;
using Vexera.Benchmarks.Start;
using Vexera.Benchmarks.Telemetry;
using Vexera.Benchmarks.Throughput;

namespace Vexera.Benchmarks;

/// <summary>All benchmarks, in the order in which they are listed.</summary>
internal static class BenchmarkCatalog
{
    /// <summary>One of each.</summary>
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new StartBenchmark(),
        new ColdBootBenchmark(),
        new ThroughputBenchmark(),
        new IdleBenchmark(),
        new ResumeStormBenchmark(),
        new DispatchBenchmark(),
        new WarmRestartBenchmark(),
        new KillBenchmark(),
        new GrowthBenchmark(),
        new MemoryBenchmark(),
        new PurgeBenchmark(),
        new TelemetryBenchmark(),
        new StatsdStormBenchmark(),
        new DashboardBenchmark(),
        new ChatterBenchmark(),
        new CommandsBenchmark(),
        new PunishmentsBenchmark(),
    ];
}
