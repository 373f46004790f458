using System.Globalization;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Components.Paging;

/// <summary>The row for leafing through pages: ◀, where one is, ▶.</summary>
internal static class PageButtons
{
    /// <summary>A page with the row under whatever stands under it; only the page when it is the only one.</summary>
    /// <param name="page">What the page says.</param>
    /// <param name="index">Which page it is, 0, 1, 2….</param>
    /// <param name="count">How many there are.</param>
    /// <param name="idOf">The id of the component that leads to a page; asked for the pages before and after, which there may not be.</param>
    public static Reply Under(Reply page, int index, int count, Func<int, string> idOf) => count <= 1
        ? page
        : page with
        {
            Components =
            [
                .. page.Components.Take(ActionRow.Most - 1),
                ActionRow.Of(
                    Leaf("◀", idOf(index - 1), canBeUsed: index > 0),
                    Leaf(string.Create(CultureInfo.InvariantCulture, $"{index + 1} / {count}"), idOf(index), canBeUsed: false),
                    Leaf("▶", idOf(index + 1), canBeUsed: index < count - 1)),
            ],
        };

    private static Button Leaf(string label, string id, bool canBeUsed) =>
        new() { Style = ButtonStyle.Secondary, Label = label, CustomId = id, Disabled = canBeUsed ? null : true };
}
