using Vexera.Benchmarks.Contenders;
using Vexera.Benchmarks.Processes;

namespace Vexera.Benchmarks.Throughput;

/// <summary>A contender with a simulator of its own.</summary>
internal sealed class MessageReceiver : IAsyncDisposable
{
    private const int MessageBytes = 1_600;
    private const int GuildsPerShard = 500;
    private readonly SandboxProcess _sandbox;
    private readonly ContenderProcess _contender;

    private MessageReceiver(ContenderKind kind, SandboxProcess sandbox, ContenderProcess contender)
    {
        Kind = kind;
        _sandbox = sandbox;
        _contender = contender;
    }

    /// <summary>Who it is.</summary>
    public ContenderKind Kind { get; }

    /// <summary>Starts both and connects all shards.</summary>
    /// <param name="kind">Who it is.</param>
    /// <param name="shards">Shards.</param>
    /// <param name="compression">How the gateway compresses.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<MessageReceiver> StartAsync(ContenderKind kind, int shards, string compression, CancellationToken cancellationToken)
    {
        var world = new SandboxWorldSize(GuildsPerShard * shards, shards, shards);
        var sandbox = await SandboxProcess.StartAsync(VexeraExecutable.Built, world, cancellationToken);
        var setup = new ContenderSetup(kind, sandbox.Address, sandbox.Client.BotToken, shards, shards, world.Guilds, compression);
        var receiver = new MessageReceiver(kind, sandbox, new ContenderProcess(setup));
        try
        {
            await receiver._contender.BootAsync(cancellationToken);
            return receiver;
        }
        catch
        {
            await receiver.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has messages sent, and measures until all have reached the handler.</summary>
    /// <param name="count">How many.</param>
    /// <param name="rate">How many in a second; 0 for as many as are taken.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Usage> ReceiveAsync(int count, int rate, CancellationToken cancellationToken) => _contender.MeasureAsync(
        count,
        () => _sandbox.Client.StartTrafficAsync(new { eventsPerSecond = rate, count, size = MessageBytes }, cancellationToken),
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _contender.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
