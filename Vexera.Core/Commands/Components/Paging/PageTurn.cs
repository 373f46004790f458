using System.Globalization;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Components.Paging;

/// <summary>Leafs through the kept pages of a long answer.</summary>
/// <param name="store">Where they are kept.</param>
internal sealed class PageTurn(PageStore store) : IComponent
{
    /// <inheritdoc/>
    public static ComponentDefinition Definition { get; } = new() { Name = "page" };

    /// <summary>A page of an answer with the buttons that lead to the others.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="pages">Its pages.</param>
    /// <param name="index">Which page; one that there is not becomes the nearest.</param>
    /// <param name="cause">What was answered.</param>
    /// <param name="caller">Who may leaf.</param>
    public static Reply Show(Reply reply, IReadOnlyList<ReplyPage> pages, int index, Snowflake cause, Snowflake caller)
    {
        index = Math.Clamp(index, 0, pages.Count - 1);
        return PageButtons.Under(
            pages[index].In(reply),
            index,
            pages.Count,
            page => Definition.IdFor(caller, string.Create(CultureInfo.InvariantCulture, $"{cause}.{page}")));
    }

    /// <inheritdoc/>
    public async ValueTask<ComponentAnswer> UseAsync(ComponentContext context, CancellationToken cancellationToken)
    {
        var parts = context.Payload.Split('.');
        if (parts.Length != 2
            || !Snowflake.TryParse(parts[0], CultureInfo.InvariantCulture, out var cause)
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var index)
            || await store.FindAsync(cause, cancellationToken) is not { Pages.Count: > 0 } kept)
            return ComponentAnswer.Close().AndTell(context.Call.Say(ComponentsText.PagesGone));
        var reply = new Reply("") { Components = kept.Components };
        return ComponentAnswer.Replace(Show(reply, kept.Pages, index, cause, context.Id.Caller ?? context.Call.User.Id));
    }
}
