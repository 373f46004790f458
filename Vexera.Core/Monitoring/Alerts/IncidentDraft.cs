using System.Globalization;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>A draft of what the users of the bot may be told of an alert: without figures and without what only the operator needs.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Text">Two or three sentences, at most 500 characters, in Discord's markdown.</param>
internal sealed record IncidentDraft(string Title, string Text)
{
    /// <summary>The draft for an alert.</summary>
    public static IncidentDraft Of(Alert alert)
    {
        var since = string.Create(CultureInfo.InvariantCulture, $"<t:{alert.Since.ToUnixTimeSeconds()}:t>");
        var what = AlertTexts.ForUsers(alert.Rule);
        return new IncidentDraft(AlertTexts.DraftTitle, AlertTexts.Draft(what, since, isOver: alert.ResolvedAt is not null));
    }
}
