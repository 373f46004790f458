using System.Buffers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.State;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;
using Vexera.Core.Telemetry;
using Vexera.Tests.State;
using Vexera.Tests.State.Durable;
using Vexera.Tests.Support;

namespace Vexera.Tests.Dispatch;

/// <summary>The pipeline with its real neighbours, handlers under the test's control, and a fake clock.</summary>
internal sealed class DispatchBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private long _sequence;

    public DispatchBench(Action<IServiceCollection>? handlers = null, DispatchOptions? options = null, EventCatalog? catalog = null)
    {
        var services = new ServiceCollection();
        if (catalog is not null)
            services.AddSingleton(catalog);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(Probe.Metrics);
        services.AddSingleton<IEventRate, EventRate>();
        services.AddSingleton<IGuildStateSource>(new ScriptedSource());
        services.AddSingleton<IStateStore>(new InMemoryStateStore());
        services.AddSingleton<ILogger<GuildRecords>>(Log.For<GuildRecords>());
        services.AddSingleton<ILogger<MalformedEvents>>(Log.For<MalformedEvents>());
        services.AddSingleton<ILogger<EventPipeline>>(Log.For<EventPipeline>());
        services.AddSingleton<ILogger<Dispatcher>>(Log);
        services.AddEvents().AddState().AddDispatch();
        services.AddSingleton(Options.Create(Settings = options ?? new DispatchOptions()));
        services.AddSingleton(Options.Create(new StateOptions()));
        handlers?.Invoke(services);
        _services = services.BuildServiceProvider();
        Pipeline = _services.GetRequiredService<IDispatchSink>();
        Dispatcher = _services.GetRequiredService<Dispatcher>();
        Guilds = _services.GetRequiredService<IGuildStates>();
    }

    public FakeTimeProvider Time { get; } = new();

    public MetricsProbe Probe { get; } = new();

    public RecordingLogger<Dispatcher> Log { get; } = new();

    public CountingPool Pool { get; } = new();

    public DispatchOptions Settings { get; }

    public IDispatchSink Pipeline { get; }

    public Dispatcher Dispatcher { get; }

    public IGuildStates Guilds { get; }

    public StateJournal Journal => _services.GetRequiredService<StateJournal>();

    /// <summary>How many frames have arrived.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    /// <summary>Registers a handler that the test holds.</summary>
    public static void Add<TEvent, THandler>(IServiceCollection services, THandler handler)
        where TEvent : class
        where THandler : class, IEventHandler<TEvent> =>
        services.AddSingleton(handler).AddEventHandler<TEvent, THandler>("Test");

    /// <summary>A frame arrives; completes when the shard may read on.</summary>
    public Task SendAsync(string name, string json, int shardId = 0, string session = "session") =>
        SendAsync(name, Encoding.UTF8.GetBytes(json), shardId, session);

    /// <summary>The same with any bytes.</summary>
    public Task SendAsync(string name, byte[] data, int shardId = 0, string session = "session") =>
        SendAsync(name, data, shardId, session, TestContext.Current.CancellationToken);

    /// <summary>The same on a shard that may stop.</summary>
    public async Task SendAsync(string name, byte[] data, int shardId, string session, CancellationToken cancellationToken)
    {
        var buffer = new FrameBuffer(Pool.Rent(data.Length), Pool);
        data.CopyTo(buffer.Bytes.AsSpan());
        var frame = new DispatchFrame(
            shardId, 1, session, Interlocked.Increment(ref _sequence), Encoding.UTF8.GetBytes(name), buffer.Bytes.AsMemory(0, data.Length), Time.GetTimestamp(), buffer);
        try
        {
            await Pipeline.OnDispatchAsync(frame, cancellationToken);
        }
        finally
        {
            buffer.Release();
            Dispatcher.Wake();
        }
    }

    public Task MessageAsync(ulong guild, ulong id, ulong channel = 5, int shardId = 0) => SendAsync(
        "MESSAGE_CREATE",
        $$"""{"id":"{{id}}","channel_id":"{{channel}}","author":{"id":"3","username":"ann"},"content":"hi"{{(guild == 0 ? "" : $",\"guild_id\":\"{guild}\"")}}}""",
        shardId);

    public Task GuildAsync(ulong id) => SendAsync("GUILD_CREATE", $$"""{"id":"{{id}}","name":"guild {{id}}","owner_id":"1"}""");

    /// <summary>Waits for something that other threads bring about.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public Task IdleAsync() => UntilAsync(() => Dispatcher.Queued == 0 && Dispatcher.Lanes == 0);

    /// <summary>Waits until all but so many calls have ended, those that wait for their turn counted too.</summary>
    public Task HoldsAsync(int calls) => UntilAsync(() => Dispatcher.Queued == calls);

    /// <summary>Lets time pass until handlers that run now are past their deadline.</summary>
    public void PassDeadline() => Time.Advance(Settings.HandlerDeadline + TimeSpan.FromSeconds(1));

    /// <summary>Lets time pass until handlers that were asked to stop are past their grace.</summary>
    public void PassGrace() => Time.Advance(Settings.HandlerGrace + TimeSpan.FromSeconds(1));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Probe.Dispose();
    }
}

/// <summary>Counts what is out.</summary>
internal sealed class CountingPool : ArrayPool<byte>
{
    private int _out;

    public int Out => Volatile.Read(ref _out);

    public override byte[] Rent(int minimumLength)
    {
        Interlocked.Increment(ref _out);
        return new byte[minimumLength];
    }

    public override void Return(byte[] array, bool clearArray = false)
    {
        array.AsSpan().Fill((byte)'#');
        Interlocked.Decrement(ref _out);
    }
}
