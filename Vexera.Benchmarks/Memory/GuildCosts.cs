using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Discord;
using Vexera.Core.State;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Records;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Memory;

/// <summary>What a typical guild costs.</summary>
/// <param name="RecordBytes">Bytes of its record.</param>
/// <param name="DiskBytes">What the database file grows by.</param>
/// <param name="MemoryBytes">What the heap grows by when it is known and its record is in the cache.</param>
/// <param name="WritesPerSecond">Guilds written in a second.</param>
/// <param name="ReadsPerSecond">Guilds read in a second, one after another.</param>
/// <param name="ListSeconds">Time to read the list of all guilds.</param>
/// <param name="EncodeMicroseconds">Time to write a record.</param>
/// <param name="DecodeMicroseconds">Time to read one.</param>
internal sealed record GuildCosts(
    double RecordBytes,
    double DiskBytes,
    double MemoryBytes,
    double WritesPerSecond,
    double ReadsPerSecond,
    double ListSeconds,
    double EncodeMicroseconds,
    double DecodeMicroseconds)
{
    private const int Batch = 2_000;
    private const int CodecRuns = 20_000;

    /// <summary>Measures with so many guilds, in a database of its own.</summary>
    public static async Task<GuildCosts> MeasureAsync(int guilds, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "vexera.db");
        var (recordBytes, writing) = await WriteAsync(file, guilds, cancellationToken);
        var disk = new FileInfo(file).Length;
        await using var services = Services(file);
        var list = Stopwatch.StartNew();
        var saved = await services.GetRequiredService<IStateStore>().LoadAsync(cancellationToken);
        list.Stop();
        var states = services.GetRequiredService<GuildStateStore>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        states.Restore(saved.Guilds);
        var reads = Stopwatch.StartNew();
        foreach (var guild in saved.Guilds)
            _ = await states.FindAsync(guild.GuildId, cancellationToken) ?? throw new NotMeasuredException($"Guild {guild.GuildId} is not found.");
        reads.Stop();
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(states);
        var (encode, decode) = MeasureCodec();
        return new GuildCosts(
            recordBytes, (double)disk / guilds, (double)memory / guilds, guilds / writing.TotalSeconds, guilds / reads.Elapsed.TotalSeconds,
            list.Elapsed.TotalSeconds, encode, decode);
    }

    private static async Task<(double RecordBytes, TimeSpan Writing)> WriteAsync(string file, int guilds, CancellationToken cancellationToken)
    {
        await using var services = Services(file);
        var store = services.GetRequiredService<IStateStore>();
        var (bytes, writing) = (0L, TimeSpan.Zero);
        foreach (var numbers in Enumerable.Range(0, guilds).Chunk(Batch))
        {
            var writes = Array.ConvertAll(numbers, number => WriteOf(TypicalGuild.Make(number)));
            bytes += writes.Sum(write => write.Record!.Value.Length);
            var watch = Stopwatch.StartNew();
            await store.CommitAsync(new StateCommit(writes, [], []), cancellationToken);
            writing += watch.Elapsed;
        }

        return ((double)bytes / guilds, writing);
    }

    private static GuildWrite WriteOf(GuildState state) => new(state.Id, state.MemberCount, state.Available, GuildRecord.Encode(state));

    private static (double Encode, double Decode) MeasureCodec()
    {
        var states = Enumerable.Range(0, 100).Select(TypicalGuild.Make).ToArray();
        var records = Array.ConvertAll(states, GuildRecord.Encode);
        return (Microseconds(index => _ = GuildRecord.Encode(states[index % states.Length])),
            Microseconds(index => _ = GuildRecord.TryDecode(records[index % records.Length], out _)));
    }

    private static double Microseconds(Action<int> run)
    {
        for (var index = 0; index < CodecRuns; index++)
            run(index);
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < CodecRuns; index++)
            run(index);
        return watch.Elapsed.TotalMicroseconds / CodecRuns;
    }

    private static ServiceProvider Services(string file) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = file, ["State:CacheMegabytes"] = "4096" }).Build())
        .AddSingleton(TimeProvider.System)
        .AddLogging()
        .AddTelemetry()
        .AddStorage()
        .AddState()
        .AddSingleton<IGuildStateSource, NobodyToAsk>()
        .BuildServiceProvider();

    private sealed class NobodyToAsk : IGuildStateSource
    {
        public Task<GuildSnapshot?> FetchAsync(Snowflake guildId, CancellationToken cancellationToken) => Task.FromResult<GuildSnapshot?>(null);
    }
}
