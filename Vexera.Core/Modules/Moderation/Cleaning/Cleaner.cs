using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Rest;

namespace Vexera.Core.Modules.Moderation.Cleaning;

/// <summary>Deletes messages: reads the channel before the invocation, chooses, and deletes together what can be.</summary>
internal sealed class Cleaner(IDiscordRest rest, TimeProvider time, ILogger<Cleaner> logger)
{
    /// <summary>How many messages are looked through at most.</summary>
    public const int MostRead = 1_000;

    private const int Page = 100;

    /// <summary>Does it.</summary>
    public async Task<CleanOutcome> CleanAsync(CleanRequest request, CancellationToken cancellationToken)
    {
        var selection = new CleanSelection(request, time.GetUtcNow());
        var deleted = 0;
        try
        {
            await ReadAsync(request, selection, cancellationToken);
            foreach (var batch in selection.Chosen.Chunk(Page))
            {
                await DeleteAsync(request, batch, cancellationToken);
                deleted += batch.Length;
            }
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            ModerationLog.NotCleaned(logger, e, selection.Chosen.Count - deleted, request.ChannelId);
            var problem = DiscordProblem.Of(e);
            return new CleanOutcome(deleted, selection.Pinned, selection.TooOld) { Problem = problem, WasLost = problem is null };
        }

        return new CleanOutcome(deleted, selection.Pinned, selection.TooOld);
    }

    private async Task ReadAsync(CleanRequest request, CleanSelection selection, CancellationToken cancellationToken)
    {
        var before = request.Before;
        for (var read = 0; read < MostRead && !selection.IsFull; read += Page)
        {
            var page = await rest.Channels.GetMessagesBeforeAsync(request.ChannelId, before, Page, cancellationToken);
            selection.Add(page);
            if (page.Count < Page)
                return;
            before = page.Min(message => message.Id);
        }
    }

    // Discord deletes two or more together, and one by itself.
    private async Task DeleteAsync(CleanRequest request, Snowflake[] batch, CancellationToken cancellationToken)
    {
        if (batch.Length > 1)
        {
            await rest.Channels.BulkDeleteMessagesAsync(request.ChannelId, batch, request.Reason, cancellationToken);
            return;
        }

        try
        {
            await rest.Channels.DeleteMessageAsync(request.ChannelId, batch[0], request.Reason, cancellationToken);
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.UnknownMessage)
        {
            // Its author was quicker.
            return;
        }
    }
}
