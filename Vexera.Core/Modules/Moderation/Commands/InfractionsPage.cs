using System.Globalization;
using Vexera.Core.Commands.Components.Paging;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary>A page of somebody's cases, newest first, read anew each time, with the buttons that lead to the others.</summary>
internal sealed class InfractionsPage(CaseStore cases)
{
    private const int OnAPage = 10;

    /// <summary>The page as an answer.</summary>
    /// <param name="context">Who asks, where.</param>
    /// <param name="user">Whose cases.</param>
    /// <param name="page">Which page, 1, 2, 3…; beyond the last it is the last.</param>
    /// <param name="caller">Who may leaf.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<Reply> ShowAsync(CommandContext context, Snowflake user, long page, Snowflake caller, CancellationToken cancellationToken)
    {
        var guild = context.GuildId!.Value;
        var counts = await cases.CountAsync(guild, user, cancellationToken);
        var all = counts.Values.Sum();
        if (all == 0)
            return context.Say(ModerationText.NoInfractions($"<@{user}>"));
        var pages = (all + OnAPage - 1) / OnAPage;
        var index = (int)Math.Clamp(page, 1, pages) - 1;
        var shown = await cases.ListAsync(guild, user, index * OnAPage, OnAPage, cancellationToken);
        return PageButtons.Under(context.Say(Lines(user, counts, shown, index + 1, pages)), index, pages, to => InfractionsTurn.IdFor(caller, user, to + 1));
    }

    private static IEnumerable<Text> Lines(
        Snowflake user, IReadOnlyDictionary<CaseType, int> counts, IReadOnlyList<Case> shown, long page, long pages) =>
    [
        // A case can be deleted between the count and the list.
        ModerationText.InfractionsHeading(
            InlineCode.Of(string.Create(CultureInfo.InvariantCulture, $"{shown.Select(one => one.TargetName).FirstOrDefault()} ({user})")), page, pages),
        .. counts.OrderBy(count => count.Key).Select(count => ModerationText.InfractionsCount(CaseTypeNames.Of(count.Key), count.Value)),
        .. shown.Select(CasePage.Line),
    ];
}
