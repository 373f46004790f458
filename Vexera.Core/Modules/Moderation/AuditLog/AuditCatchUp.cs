using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Rest;
using Vexera.Core.State;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Moderation.AuditLog;

/// <summary>
/// Looks up what was missed. After a resume that is nothing, since Discord replays; a new session has missed what happened before
/// it. Only guilds are looked at in which somebody is banned or muted or cases are shown, one after the other, so that a start of
/// 300,000 guilds costs few requests; of each kind at most the first 300 entries.
/// </summary>
internal sealed class AuditCatchUp(
    AuditStore store, AuditMerge merge, AuditAccess access, IGuildStates guilds, IDiscordRest rest, IDiscordClock clock, TimeProvider time,
    ILogger<AuditCatchUp> logger)
    : BackgroundService, IEventHandler<GuildCreateEvent>
{
    /// <summary>How long it waits when something does not answer.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private const int Page = 100, MostPages = 3, MostBans = 500, MostTries = 5;
    private static readonly TimeSpan ConcernedFor = TimeSpan.FromMinutes(1);

    // Discord's clock is known to a second or so.
    private static readonly TimeSpan ClockError = TimeSpan.FromSeconds(5);

    private readonly Channel<Missed> _queue = System.Threading.Channels.Channel.CreateUnbounded<Missed>();
    private IReadOnlySet<Snowflake> _concerned = new HashSet<Snowflake>();
    private long? _concernedAt;
    private int _waiting;
    private volatile TaskCompletionSource _idle = Completed();

    /// <summary>Completes when nothing waits to be looked up.</summary>
    public Task WhenIdleAsync() => _idle.Task;

    /// <summary>Has a guild looked at.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="after">Only entries after this one, where that is known; else after the newest that is a case.</param>
    public void Note(Snowflake guildId, Snowflake? after = null)
    {
        lock (_queue)
        {
            if (_waiting++ == 0)
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _queue.Writer.TryWrite(new Missed(guildId, after, Snowflake.At(time.GetUtcNow() + clock.Ahead - ClockError)));
        }
    }

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<GuildCreateEvent> context, CancellationToken cancellationToken)
    {
        if (context.Event.Kind == GuildCreateKind.AtReady && context.GuildId is { } guild)
            Note(guild);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var missed in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            await RestPriority.InBackgroundAsync(() => TryAsync(missed, stoppingToken));
            lock (_queue)
            {
                if (--_waiting == 0)
                    _idle.TrySetResult();
            }
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        source.SetResult();
        return source;
    }

    private async Task TryAsync(Missed missed, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (missed.After is not null || await ConcernsAsync(missed.Guild, cancellationToken))
                    await CatchUpAsync(missed, cancellationToken);
                return;
            }
            catch (Exception e) when (e is StorageException or DbException or DiscordUnreachableException && attempt < MostTries)
            {
                AuditLogLog.NotCaughtUp(logger, e, missed.Guild, Pause);
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                AuditLogLog.GivenUp(logger, e, missed.Guild);
                return;
            }
        }
    }

    private async Task<bool> ConcernsAsync(Snowflake guild, CancellationToken cancellationToken)
    {
        if (_concernedAt is not { } at || time.GetElapsedTime(at) > ConcernedFor)
        {
            _concerned = await store.ListConcernedAsync(cancellationToken);
            _concernedAt = time.GetTimestamp();
        }

        return _concerned.Contains(guild);
    }

    private async Task CatchUpAsync(Missed missed, CancellationToken cancellationToken)
    {
        var guildId = missed.Guild;
        var guild = await guilds.FindAsync(guildId, cancellationToken);
        if (access.ReadsAuditLog(guild))
        {
            if ((missed.After ?? await store.FindLastAsync(guildId, missed.Before, cancellationToken)) is { } last)
                await ReadAsync(guildId, last, cancellationToken);
        }
        else if (access.ReadsBans(guild))
        {
            foreach (var ban in await store.ListBansAsync(guildId, MostBans, cancellationToken))
                await merge.CompareAsync(ban, cancellationToken);
        }
    }

    private async Task ReadAsync(Snowflake guildId, Snowflake last, CancellationToken cancellationToken)
    {
        var entries = new List<AuditLogEntry>();
        foreach (var action in AuditDecision.Actions)
            entries.AddRange(await ReadAsync(guildId, action, last, cancellationToken));
        foreach (var entry in entries.OrderBy(entry => entry.Id))
            await merge.ApplyAsync(guildId, entry, cancellationToken);
    }

    private async Task<List<AuditLogEntry>> ReadAsync(Snowflake guildId, AuditLogAction action, Snowflake last, CancellationToken cancellationToken)
    {
        var read = new List<AuditLogEntry>();
        for (var pages = 0; pages < MostPages; pages++)
        {
            var query = new AuditLogQuery { Action = action, After = read.Count > 0 ? read[^1].Id : last, Limit = Page };
            var page = await rest.AuditLogs.GetAsync(guildId, query, cancellationToken);
            read.AddRange(page);
            if (page.Count < Page)
                return read;
        }

        AuditLogLog.TooMany(logger, Page * MostPages, guildId);
        return read;
    }

    // Before: what came by the gateway since does not say that nothing older was missed.
    private sealed record Missed(Snowflake Guild, Snowflake? After, Snowflake Before);
}
