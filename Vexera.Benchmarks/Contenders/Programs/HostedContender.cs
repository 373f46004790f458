using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Net;
using Vexera.Core.Shards;
using Vexera.Core.State;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>A contender that runs Vexera in a generic host.</summary>
internal abstract class HostedContender(ContenderSetup setup) : IContender
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);
    private readonly SlowResolver _resolver = new(setup, TimeProvider.System);
    private readonly SessionStarts _starts = new();
    private IHost? _host;
    private GuildCounter _guilds = new(0);

    /// <summary>Messages and their numbers.</summary>
    protected abstract MessageNumbers Numbers { get; }

    /// <inheritdoc/>
    public async Task<long> BootAsync()
    {
        _guilds = new GuildCounter(setup.Guilds);
        _starts.BeginAnew();
        _host = Build(AddOwn);
        await _host.StartAsync();
        await _guilds.AllSeen;
        var fleet = _host.Services.GetRequiredService<IFleetStatus>();
        while (fleet.Shards.Count(shard => shard.State == ShardState.Ready) < setup.Shards)
            await Task.Delay(LookEvery, TimeProvider.System);
        return _starts.FirstIdentifyAt;
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        if (_host is not { } host)
            return;
        _host = null;
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    /// <inheritdoc/>
    public LookUps LookUps => _host?.Services.GetService<GuildLookUps>()?.Counted ?? new LookUps(0, 0, 0, 0);

    /// <inheritdoc/>
    public void Purge() => _host?.Services.GetRequiredService<IGuildCacheControl>().Purge();

    /// <inheritdoc/>
    public MessageDelays? Delays => _host?.Services.GetService<MessageDelays>();

    /// <inheritdoc/>
    public MeterStorm? Storm => _host?.Services.GetRequiredService<MeterStorm>();

    /// <inheritdoc/>
    public Look Look()
    {
        var ready = _host?.Services.GetRequiredService<IFleetStatus>().Shards.Count(shard => shard.State == ShardState.Ready) ?? 0;
        return new Look(
            ready, Numbers.Seen, Numbers.Distinct, Numbers.Doubled, _starts.Identifies, _starts.Resumes, _resolver.Queries, _resolver.TooSoon);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _starts.Dispose();
    }

    /// <summary>Makes the host.</summary>
    /// <param name="addOwn">Adds what the measuring needs.</param>
    protected abstract IHost Build(Action<IServiceCollection> addOwn);

    private void AddOwn(IServiceCollection services)
    {
        services.AddSingleton(_guilds).AddSingleton<MeterStorm>();
        services.AddEventHandler<GuildCreateEvent, GuildCounter>("Benchmark");
        if (setup.LooksUp)
            services.AddSingleton<GuildLookUps>().AddEventHandler<MessageCreateEvent, GuildLookUps>("Benchmark");
        if (setup.ResolverMilliseconds > 0)
            services.AddSingleton<IAddressResolver>(_resolver);
    }
}
