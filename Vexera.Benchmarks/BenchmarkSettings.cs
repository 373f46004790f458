namespace Vexera.Benchmarks;

/// <summary>What the command line says; null is the benchmark's own default.</summary>
internal sealed record BenchmarkSettings
{
    /// <summary>Shards of the bot, 1 to 1,000.</summary>
    public int? Shards { get; init; }

    /// <summary>Guilds of the simulated world, 2 to 1,000,000.</summary>
    public int? Guilds { get; init; }

    /// <summary>How long to measure, 1 to 3,600 seconds; with <see cref="Knobs.SecondsOrWhole"/> also 0, which is until all is done.</summary>
    public int? Seconds { get; init; }

    /// <summary>How the gateway compresses: None, ZlibStream or ZstdStream, as the setting <c>Gateway:Compression</c>.</summary>
    public string? Compression { get; init; }

    /// <summary>Messages sent in a second, 100 to 1,000,000; null is as many as are taken.</summary>
    public int? Rate { get; init; }

    /// <summary>How much there is to do, 1 to 1,000,000.</summary>
    public int? Count { get; init; }

    /// <summary>A published <c>vexera</c>, so that none is published anew.</summary>
    public string? Executable { get; init; }
}

/// <summary>Settings that a benchmark may heed.</summary>
[Flags]
internal enum Knobs
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="BenchmarkSettings.Shards"/>.</summary>
    Shards = 1,

    /// <summary><see cref="BenchmarkSettings.Guilds"/>.</summary>
    Guilds = 2,

    /// <summary><see cref="BenchmarkSettings.Seconds"/>.</summary>
    Seconds = 4,

    /// <summary><see cref="BenchmarkSettings.Compression"/>.</summary>
    Compression = 8,

    /// <summary><see cref="BenchmarkSettings.Executable"/>.</summary>
    Executable = 16,

    /// <summary><see cref="BenchmarkSettings.Rate"/>.</summary>
    Rate = 32,

    /// <summary><see cref="BenchmarkSettings.Count"/>.</summary>
    Count = 64,

    /// <summary><see cref="BenchmarkSettings.Seconds"/>, of which 0 means until all is done.</summary>
    SecondsOrWhole = 128,
}
