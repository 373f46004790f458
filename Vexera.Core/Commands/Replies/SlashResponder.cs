using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Core.Commands.Replies;

/// <summary>
/// Answers an interaction: at once, or by "thinking…" within the 3 seconds that Discord gives and an edit of it later. One that an
/// earlier process has answered is left as it is; of one that it was still thinking about, the answer is given.
/// Source: https://discord.com/developers/docs/interactions/receiving-and-responding.
/// </summary>
/// <param name="interaction">The interaction.</param>
/// <param name="receivedAt">When it came: a timestamp of <paramref name="time"/>.</param>
/// <param name="rest">Where answers go.</param>
/// <param name="time">What the 3 seconds are measured with.</param>
internal sealed class SlashResponder(Interaction interaction, long receivedAt, IDiscordRest rest, TimeProvider time) : IResponder
{
    /// <summary>How long the answer may take before Discord is told that it is coming.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private bool _deferred;
    private bool _isRepeated;

    /// <inheritdoc/>
    public async Task HoldAsync(Task work, bool ephemeral, CancellationToken cancellationToken)
    {
        var left = Patience - time.GetElapsedTime(receivedAt);
        if (left > TimeSpan.Zero)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(work, Task.Delay(left, time, ended.Token));
            await ended.CancelAsync();
        }

        if (work.IsCompleted)
            return;
        await AcknowledgeAsync(() => rest.Interactions.DeferAsync(interaction, ephemeral, cancellationToken));
        _deferred = true;
    }

    /// <inheritdoc/>
    public async Task RespondAsync(Reply reply, CancellationToken cancellationToken)
    {
        var parts = ReplyParts.Of(reply);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                await rest.Interactions.FollowUpAsync(interaction, parts[i], cancellationToken);
            else if (!await BeginAsync(parts[i], cancellationToken))
                return;
        }
    }

    // False when an earlier process has given the answer.
    private async Task<bool> BeginAsync(OutgoingMessage part, CancellationToken cancellationToken)
    {
        if (!_deferred)
            await AcknowledgeAsync(() => rest.Interactions.RespondAsync(interaction, part, cancellationToken));
        if (_isRepeated && !(await rest.Interactions.GetResponseAsync(interaction, cancellationToken)).IsLoading)
            return false;
        if (_deferred || _isRepeated)
            await rest.Interactions.EditResponseAsync(interaction, part with { Flags = null }, cancellationToken);
        return true;
    }

    private async Task AcknowledgeAsync(Func<Task> acknowledge)
    {
        try
        {
            await acknowledge();
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.AlreadyAcknowledged)
        {
            _isRepeated = true;
        }
    }
}
