using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Contenders;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Growth;

/// <summary>What so many shards cost.</summary>
internal sealed record SizeFigures
{
    private const int GuildsPerShard = 1_040;
    private const int MaxConcurrency = 16;
    private const int WarmUp = 100_000;
    private const int Messages = 100_000;

    // A steady rate: as fast as it goes, few sockets would have more to read at once than many, and cost less for each message.
    private const int MessagesPerSecond = 20_000;
    private static readonly TimeSpan SettleFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IdleFor = TimeSpan.FromSeconds(15);

    /// <summary>Connected shards.</summary>
    public required int Shards { get; init; }

    /// <summary>Guilds on all of them.</summary>
    public required int Guilds { get; init; }

    /// <summary>Seconds from process start until all guilds are known.</summary>
    public required double BootSeconds { get; init; }

    /// <summary>The least that Discord's identify rate allows.</summary>
    public required double FloorSeconds { get; init; }

    /// <summary>CPU seconds from process start until all guilds are known.</summary>
    public required double BootCpuSeconds { get; init; }

    /// <summary>Memory after the boot.</summary>
    public required double Megabytes { get; init; }

    /// <summary>CPU while nothing happens, in percent of one core.</summary>
    public required double IdleCpuPercent { get; init; }

    /// <summary>CPU seconds for 100,000 messages, the bot's own handler of commands included.</summary>
    public required double MessageCpuSeconds { get; init; }

    /// <summary>Boots, idles and receives.</summary>
    public static async Task<SizeFigures> MeasureAsync(int shards, string? compression, CancellationToken cancellationToken)
    {
        var world = new SandboxWorldSize(GuildsPerShard * shards, shards, MaxConcurrency);
        await using var booted = await BootedContender.StartAsync(ContenderKind.Bot, world, compression, cancellationToken);
        var boot = booted.Contender.Sample();
        await Task.Delay(SettleFor, TimeProvider.System, cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        var before = booted.Contender.Sample();
        await Task.Delay(IdleFor, TimeProvider.System, cancellationToken);
        var idle = (booted.Contender.Sample().Cpu - before.Cpu) / TimeProvider.System.GetElapsedTime(began);
        await booted.Contender.MeasureAsync(WarmUp, () => Send(WarmUp, 0), cancellationToken);
        var messages = await booted.Contender.MeasureAsync(Messages, () => Send(Messages, MessagesPerSecond), cancellationToken);
        return new SizeFigures
        {
            Shards = shards,
            Guilds = world.Guilds,
            BootSeconds = booted.Elapsed.TotalSeconds,
            FloorSeconds = IdentifyFloor.Of(world).TotalSeconds,
            BootCpuSeconds = boot.Cpu.TotalSeconds,
            Megabytes = boot.ResidentMegabytes,
            IdleCpuPercent = idle * 100,
            MessageCpuSeconds = messages.CpuSeconds * 100_000 / Messages,
        };

        Task Send(int count, int eventsPerSecond) =>
            booted.Sandbox.Client.StartTrafficAsync(new { eventsPerSecond, count }, cancellationToken);
    }
}
