using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Dispatch;
using Vexera.Core.Net;
using Vexera.Core.Scheduling;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;
using Vexera.Tests.Support;

namespace Vexera.Tests.Scheduling;

/// <summary>One process's room of due work, on any database and clock.</summary>
internal sealed class ScheduleBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ScheduleBench(IDatabase database, TimeProvider time, SchedulingOptions? options, params ScriptedHandler[] handlers)
    {
        Trouble = new TroubledDatabase(database);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace))
            .AddMetrics()
            .AddSingleton<VexeraMetrics>()
            .AddSingleton(time)
            .AddSingleton<IDatabase>(Trouble)
            .AddSingleton<IModuleSwitches>(Switches)
            .AddSingleton<IJitter>(Jitter)
            .AddScheduling()
            .AddSingleton(Options.Create(options ?? new SchedulingOptions()));
        foreach (var handler in handlers)
            services.AddSingleton(new DueWorkRegistration(ModuleOf(handler.Kind), _ => handler));
        _services = services.BuildServiceProvider();
        Metrics = _services.GetRequiredService<VexeraMetrics>();
    }

    public TroubledDatabase Trouble { get; }

    public RecordingLoggers Log { get; } = new();

    public SettableSwitches Switches { get; } = new();

    public SettableJitter Jitter { get; } = new();

    public VexeraMetrics Metrics { get; }

    public ISchedule Schedule => _services.GetRequiredService<ISchedule>();

    public DueWorkEngine Engine => _services.GetRequiredService<DueWorkEngine>();

    public PendingWork Pending => _services.GetRequiredService<PendingWork>();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    /// <summary>The module that a kind's handler belongs to.</summary>
    public static string ModuleOf(string kind) => kind.Split('.')[0];

    /// <summary>Starts the engine and waits until it has nothing to do, or only what a handler does not end.</summary>
    public async Task StartAsync(bool isBusy = false)
    {
        await Engine.StartAsync(Patience);
        if (!isBusy)
            await IdleAsync();
    }

    public Task IdleAsync() => Engine.WhenIdleAsync(Patience).WaitAsync(TimeSpan.FromSeconds(60), Patience);

    /// <summary>What kill -9 does: whatever ends from now on, nothing of it is written.</summary>
    public async Task KillAsync()
    {
        Trouble.WriteFailure = TroubledDatabase.Full;
        await Engine.StopAsync(new CancellationToken(true));
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.StopAsync(new CancellationToken(true));
        await Pending.StopAsync(new CancellationToken(true));
        await _services.DisposeAsync();
    }
}

/// <summary>Modules that a test switches; all are on at first.</summary>
internal sealed class SettableSwitches : IModuleSwitches
{
    private readonly HashSet<string> _off = [];
    private event Action? Changed;

    public bool IsOn(string module)
    {
        lock (_off)
            return !_off.Contains(module);
    }

    public IDisposable OnChange(Action changed)
    {
        Changed += changed;
        return new Subscription(() => Changed -= changed);
    }

    public void Set(string module, bool isOn)
    {
        lock (_off)
        {
            if (isOn)
                _off.Remove(module);
            else
                _off.Add(module);
        }

        Changed?.Invoke();
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>Randomness that a test sets.</summary>
internal sealed class SettableJitter : IJitter
{
    public double Value { get; set; }

    public double Next() => Value;
}
