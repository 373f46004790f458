using Vexera.Core.Discord;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>All shards of a client that does no more than it must: connect, identify in turn, heartbeat, receive.</summary>
internal sealed class BareContender(ContenderSetup setup, IFrameReader reader) : IContender
{
    private static readonly TimeSpan WaveInterval = TimeSpan.FromSeconds(5.1);
    private readonly TimeProvider _time = TimeProvider.System;
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private TaskCompletionSource _booted = new();
    private int _guilds;
    private long _identifiedAt;

    /// <inheritdoc/>
    public async Task<long> BootAsync()
    {
        _stop = new CancellationTokenSource();
        _booted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _guilds = 0;
        _identifiedAt = 0;
        var failed = _running = Task.WhenAll(Enumerable.Range(0, setup.Shards).Select(shard => RunAsync(shard, _stop.Token)));
        await await Task.WhenAny(_booted.Task, failed);
        return _identifiedAt;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public LookUps LookUps { get; } = new(0, 0, 0, 0);

    /// <inheritdoc/>
    public void Purge()
    {
    }

    /// <inheritdoc/>
    public MessageDelays? Delays => null;

    /// <inheritdoc/>
    public MeterStorm? Storm => null;

    /// <inheritdoc/>
    public Look Look() => new(0, 0, 0, 0, 0, 0, 0, 0);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task RunAsync(int shardId, CancellationToken stop)
    {
        await Task.Delay(WaveInterval * (shardId / setup.MaxConcurrency), _time, stop);
        var token = new BotToken(setup.Token);
        var compression = Enum.Parse<GatewayCompression>(setup.Compression);
        using var shard = new BareShard(compression, frame =>
        {
            if (reader.Read(frame) && Interlocked.Increment(ref _guilds) == setup.Guilds)
                _booted.TrySetResult();
        });
        await shard.ConnectAsync(Gateway(compression), stop);
        Interlocked.CompareExchange(ref _identifiedAt, _time.GetTimestamp(), 0);
        await shard.RunAsync(PayloadWriter.Identify(token, new GatewayOptions().Intents, shardId, setup.Shards), stop);
    }

    private Uri Gateway(GatewayCompression compression) => new UriBuilder(setup.Address)
    {
        Scheme = "ws",
        Path = "/gateway",
        Query = compression switch
        {
            GatewayCompression.ZlibStream => "v=10&encoding=json&compress=zlib-stream",
            GatewayCompression.ZstdStream => "v=10&encoding=json&compress=zstd-stream",
            _ => "v=10&encoding=json",
        },
    }.Uri;
}
