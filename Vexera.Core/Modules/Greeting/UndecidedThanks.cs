using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.State;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Greeting;

/// <summary>
/// Guilds about which the database could not be asked: nothing is said without a claim in the ledger, so they are tried again, and once
/// more when the bot stops: a next process that resumes hears of them only what was not on disk. After a kill one that identifies
/// sees them as guilds that joined while it was away.
/// </summary>
internal sealed class UndecidedThanks(Thanks thanks, IGuildStates guilds, TimeProvider time, ILogger<UndecidedThanks> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(5);

    private readonly Lock _access = new();
    private readonly Dictionary<Snowflake, DateTimeOffset> _waiting = [];
    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>Notes a guild, to be tried again.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="joinedAt">When the bot joined it, by Discord's clock.</param>
    public void Note(Snowflake guildId, DateTimeOffset joinedAt)
    {
        lock (_access)
        {
            _waiting[guildId] = joinedAt;
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
    }

    /// <summary>Tries once more.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAllAsync(Waiting(), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _wake.WaitAsync(stoppingToken);
            while (Waiting() is { Length: > 0 } waiting)
            {
                await Task.Delay(RetryEvery, time, stoppingToken);
                await TryAllAsync(waiting, stoppingToken);
            }
        }
    }

    private async Task TryAllAsync(KeyValuePair<Snowflake, DateTimeOffset>[] waiting, CancellationToken cancellationToken)
    {
        foreach (var (guildId, joinedAt) in waiting)
        {
            if (!await TryAsync(guildId, joinedAt, cancellationToken))
                return;
        }
    }

    private async Task<bool> TryAsync(Snowflake guildId, DateTimeOffset joinedAt, CancellationToken cancellationToken)
    {
        try
        {
            if (await guilds.FindAsync(guildId, cancellationToken) is { } state)
                await thanks.DecideAsync(guildId, joinedAt, state, cancellationToken);
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            GreetingLog.Undecided(logger, e, guildId);
            return true;
        }

        lock (_access)
            _waiting.Remove(guildId);
        return true;
    }

    private KeyValuePair<Snowflake, DateTimeOffset>[] Waiting()
    {
        lock (_access)
            return [.. _waiting];
    }
}
