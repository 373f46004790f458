using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Announcements;

/// <summary>
/// Takes an announcement as far as it will go: posted, its edits shown, published. One at a time, and every step is written down
/// before Discord is asked and after it answered, so that a process that dies in between leaves nothing doubled.
/// </summary>
internal sealed class AnnouncementDelivery(
    AnnouncementStore store,
    AnnouncementPost post,
    IDiscordRest rest,
    IOptionsMonitor<AnnouncementsOptions> options,
    TimeProvider time,
    ILogger<AnnouncementDelivery> logger) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30), LongestPause = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Raised after an attempt. Handlers return at once and do not throw.</summary>
    public event Action? Attempted;

    /// <summary>Tries now.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>How far it has come.</returns>
    /// <exception cref="StorageException">The database cannot be used; Discord was not asked, or what it answered is found out later.</exception>
    public async Task<Announcement> DeliverAsync(long number, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var one = await store.FindAsync(number, cancellationToken)
                ?? throw new InvalidOperationException($"There is no announcement {number}.");
            return one.IsPending ? await DeliverAsync(one, cancellationToken) : one;
        }
        finally
        {
            _turn.Release();
            Attempted?.Invoke();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<Announcement> DeliverAsync(Announcement one, CancellationToken cancellationToken)
    {
        if (one.MessageId is null)
            one = await AttemptAsync(one, PostAsync, cancellationToken);
        if (one is { MessageId: not null, IsShown: false, OverAt: null })
            one = await AttemptAsync(one, EditAsync, cancellationToken);
        if (one is { IsShown: true, PublishedAt: null, OverAt: null })
            one = await AttemptAsync(one, PublishAsync, cancellationToken);
        return one;
    }

    private async Task<Announcement> AttemptAsync(
        Announcement one, Func<Announcement, CancellationToken, Task<Announcement>> step, CancellationToken cancellationToken)
    {
        Announcement after;
        try
        {
            after = await step(one, cancellationToken);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            // The step may have claimed the post, and the claim stays while it is not known whether Discord did it.
            var now = await store.FindAsync(one.Number, cancellationToken) ?? one;
            after = e is DiscordRestException refusal
                ? Failed(now, AnnouncementProblems.Of(refusal), refusal.Detail)
                : Failed(now, AnnouncementProblem.Unreachable, e.Message);
            AnnouncementsLog.StepFailed(logger, e, one.Number, after.Problem);
        }

        await store.SaveAsync(after, cancellationToken);
        if (after is { OverAt: not null, Problem: not AnnouncementProblem.None })
            AnnouncementsLog.GivenUp(logger, one.Number, after.Problem, after.Detail);
        return after;
    }

    private async Task<Announcement> PostAsync(Announcement one, CancellationToken cancellationToken)
    {
        if (options.CurrentValue.ChannelId is not { } setting || !Snowflake.TryParse(setting, null, out var channel))
            return Failed(one, AnnouncementProblem.NoChannelSet);
        if ((await rest.Channels.GetAsync(channel, cancellationToken)).Type != ChannelType.GuildAnnouncement)
            return Failed(one, AnnouncementProblem.NotAnnouncementChannel);
        var message = await post.PostAsync(one, channel, cancellationToken);
        if (message is null)
            return Failed(one, AnnouncementProblem.Unsure) with { ClaimedAt = null, ClaimedText = null, OverAt = time.GetUtcNow() };
        AnnouncementsLog.Posted(logger, one.Number, message.ChannelId, message.Id);
        var isCurrent = message.Content == AnnouncementContent.Of(one.Kind, one.Entries);
        return Went(one) with
        {
            ChannelId = message.ChannelId,
            MessageId = message.Id,
            Shown = isCurrent ? one.Entries.Count : 0,
            ClaimedAt = null,
            ClaimedText = null,
        };
    }

    private async Task<Announcement> EditAsync(Announcement one, CancellationToken cancellationToken)
    {
        var content = new OutgoingMessage { Content = AnnouncementContent.Of(one.Kind, one.Entries) };
        await rest.Channels.EditMessageAsync(one.ChannelId!.Value, one.MessageId!.Value, content, cancellationToken);
        return Went(one) with { Shown = one.Entries.Count };
    }

    private async Task<Announcement> PublishAsync(Announcement one, CancellationToken cancellationToken)
    {
        if (await store.TakePlaceAsync(one, cancellationToken) is { } at)
            return one with { Problem = AnnouncementProblem.HourlyLimit, Detail = null, NextTryAt = at };
        try
        {
            await rest.Channels.CrosspostMessageAsync(one.ChannelId!.Value, one.MessageId!.Value, cancellationToken);
        }
        catch (DiscordRestException e) when (e.Code == AnnouncementProblems.AlreadyPublished)
        {
            // By an earlier attempt whose answer was lost, or by a person.
        }
        catch (RestBudgetException e) when (e.RetryAfter is { } wait)
        {
            // Others publish in this channel too.
            await store.GivePlaceBackAsync(one, cancellationToken);
            return one with { Problem = AnnouncementProblem.HourlyLimit, Detail = null, NextTryAt = time.GetUtcNow() + wait };
        }
        catch (DiscordRestException)
        {
            await store.GivePlaceBackAsync(one, cancellationToken);
            throw;
        }

        AnnouncementsLog.Published(logger, one.Number);
        return Went(one) with { PublishedAt = time.GetUtcNow() };
    }

    private static Announcement Went(Announcement one) => one with { Problem = AnnouncementProblem.None, Detail = null, Tries = 0 };

    private Announcement Failed(Announcement one, AnnouncementProblem problem, string? detail = null)
    {
        var now = time.GetUtcNow();
        var pause = FirstPause * Math.Pow(2, Math.Min(one.Tries, 10));
        var isGone = problem == AnnouncementProblem.MessageGone;
        var isLate = now >= one.Entries[^1].At + options.CurrentValue.RetryFor;
        return one with
        {
            Problem = problem,
            Detail = detail,
            Tries = one.Tries + 1,
            NextTryAt = now + (pause < LongestPause ? pause : LongestPause),
            OverAt = isGone || isLate ? now : null,
            ResolvedAt = isGone ? one.ResolvedAt ?? now : one.ResolvedAt,
        };
    }
}
