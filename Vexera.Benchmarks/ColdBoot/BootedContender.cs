using Vexera.Benchmarks.Contenders;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.ColdBoot;

/// <summary>A contender whose shards are all ready, and the simulator that it is connected to.</summary>
internal sealed class BootedContender : IAsyncDisposable
{
    private const string DefaultCompression = "ZlibStream";
    private BootAnswer? _answer;

    private BootedContender(SandboxProcess sandbox, ContenderProcess contender)
    {
        Sandbox = sandbox;
        Contender = contender;
    }

    /// <summary>The simulator.</summary>
    public SandboxProcess Sandbox { get; }

    /// <summary>The contender.</summary>
    public ContenderProcess Contender { get; }

    /// <summary>From the start of the process until every shard was ready and every guild known.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>What the last boot took.</summary>
    public BootAnswer Answer => _answer!;

    /// <summary>Starts both and boots.</summary>
    /// <param name="kind">Who boots.</param>
    /// <param name="world">What the simulator simulates.</param>
    /// <param name="compression">As the setting <c>Gateway:Compression</c>; null for the bot's default.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="refine">Changes the setup.</param>
    public static async Task<BootedContender> StartAsync(
        ContenderKind kind,
        SandboxWorldSize world,
        string? compression,
        CancellationToken cancellationToken,
        Func<ContenderSetup, ContenderSetup>? refine = null)
    {
        var sandbox = await SandboxProcess.StartAsync(VexeraExecutable.Built, world, cancellationToken);
        var setup = new ContenderSetup(
            kind, sandbox.Address, sandbox.Client.BotToken, world.Shards, world.MaxConcurrency, world.Guilds, compression ?? DefaultCompression);
        var booted = new BootedContender(sandbox, new ContenderProcess(refine is null ? setup : refine(setup)));
        try
        {
            await booted.BootAsync(cancellationToken);
            return booted;
        }
        catch
        {
            await booted.DisposeAsync();
            throw;
        }
    }

    /// <summary>Boots once more, after <see cref="ContenderProcess.StopAsync"/>.</summary>
    public async Task BootAsync(CancellationToken cancellationToken)
    {
        _answer = await Contender.BootAsync(cancellationToken);
        Elapsed = Contender.Age;
    }

    public async ValueTask DisposeAsync()
    {
        await Contender.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
