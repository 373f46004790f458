using Vexera.Core.Gateway;
using Vexera.Core.Shards;
using Vexera.Tests.Gateway.Transport;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet.Resharding;

/// <summary>A fleet that is ready, and what it takes to lead another one beside it.</summary>
internal sealed class ReshardScript : IAsyncDisposable
{
    // After which all shards may identify again.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(6);

    private ReshardScript(GatewayOptions options, TimeSpan? patience) => Script = new FleetScript(options, patience);

    public FleetScript Script { get; }

    /// <summary>The connections of the fleet that ran first, by shard.</summary>
    public ScriptedTransport[] Old { get; private set; } = [];

    public static GatewayOptions Settings => new() { Compression = GatewayCompression.None, StartPatience = TimeSpan.Zero };

    public static async Task<ReshardScript> StartAsync(int shards, GatewayOptions? options = null, TimeSpan? patience = null)
    {
        var script = new ReshardScript(options ?? Settings, patience);
        script.Script.Answer(shards, maxConcurrency: 16);
        await script.Script.Fleet.StartAsync(TestContext.Current.CancellationToken);
        script.Old = await script.LeadAsync(shards);
        await Eventually.UntilAsync(() => script.Script.Fleet.Shards.All(shard => shard.State == ShardState.Ready));
        return script;
    }

    /// <summary>Asks for another number of shards; Discord recommends the same and has enough left.</summary>
    public async Task<Task<ReshardReport>> BeginAsync(int count)
    {
        Script.Time.Advance(Window);
        Script.Answer(count, maxConcurrency: 16);
        var answer = await Script.Resharder.TryReshardAsync(count, TestContext.Current.CancellationToken);
        answer.Refusal.ShouldBeNull();
        return answer.Running!;
    }

    /// <summary>Leads the shards that dial next to READY; answers their connections by shard.</summary>
    public async Task<ScriptedTransport[]> LeadAsync(int count)
    {
        var transports = new ScriptedTransport[count];
        for (var i = 0; i < count; i++)
        {
            var (shard, transport) = await IdentifyAsync(count);
            transport.Ready($"{shard} of {count}");
            transports[shard] = transport;
        }

        return transports;
    }

    /// <summary>Leads the next shard that dials up to its IDENTIFY, which must be of so many.</summary>
    public async Task<(int Shard, ScriptedTransport Transport)> IdentifyAsync(int count)
    {
        var (_, transport) = await Script.Connector.AcceptAsync();
        transport.Hello(86_400_000);
        var identify = await transport.HearAsync();
        identify.GetProperty("op").GetInt32().ShouldBe(2);
        identify.GetProperty("d").GetProperty("shard")[1].GetInt32().ShouldBe(count);
        return (identify.GetProperty("d").GetProperty("shard")[0].GetInt32(), transport);
    }

    /// <summary>Lets time pass until something holds.</summary>
    public async Task PassUntilAsync(Func<bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!holds())
        {
            await ticks.WaitForNextTickAsync(patience.Token);
            Script.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Lets time pass until a reshard has ended.</summary>
    public async Task<ReshardReport> EndAsync(Task<ReshardReport> running)
    {
        await PassUntilAsync(() => running.IsCompleted);
        return await running;
    }

    /// <summary>Lets time pass until another reshard may begin.</summary>
    public Task RestAsync() => PassUntilAsync(() => Script.Resharder.Progress is null);

    /// <summary>What comes next out of the fleets, in what session.</summary>
    public async Task<string> SessionOfNextAsync(ScriptedTransport transport, long sequence, string name = "MESSAGE_UPDATE")
    {
        transport.Event(sequence, name);
        while (true)
        {
            if (await Script.Sink.NextAsync() is { } next && next.Name == name)
                return next.SessionId;
        }
    }

    /// <summary>Stops as the host does.</summary>
    public async Task StopAsync()
    {
        var stopping = Script.Resharder.StopAsync(TestContext.Current.CancellationToken);
        await PassUntilAsync(() => stopping.IsCompleted);
        await stopping;
        stopping = Script.Fleet.StopAsync(TestContext.Current.CancellationToken);
        await PassUntilAsync(() => stopping.IsCompleted);
        await stopping;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Script.Dispose();
    }
}
