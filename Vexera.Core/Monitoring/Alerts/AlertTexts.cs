using System.Globalization;
using System.Resources;
using Vexera.Core.Monitoring.Alerts.Rules;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>What alerts say.</summary>
internal static class AlertTexts
{
    private static readonly ResourceManager Texts = new("Vexera.Core.Monitoring.Alerts.AlertTexts", typeof(AlertTexts).Assembly);

    /// <summary>One sentence with the rule's figure and what it is held against.</summary>
    public static string Of(AlertRule rule, double value, double threshold) => Say(rule.Name, rule.Unit.Write(value), rule.Unit.Write(threshold));

    /// <summary>The name of what is watched, for people: <c>Processor</c>.</summary>
    /// <param name="rule">The rule's name; one that is not known is given back.</param>
    public static string TitleOf(string rule) => Texts.GetString($"{rule}Title", CultureInfo.CurrentUICulture) ?? rule;

    /// <summary>What the users of a bot may be told of a broken rule: <c>Vexera answers slowly</c>.</summary>
    /// <param name="rule">The rule's name.</param>
    public static string ForUsers(string rule) => Texts.GetString($"{rule}Users", CultureInfo.CurrentUICulture) ?? Say("Users");

    /// <summary>The title of a draft for an incident's post.</summary>
    public static string DraftTitle => Say("DraftTitle");

    /// <summary>A draft for an incident's post.</summary>
    /// <param name="what">What users feel, in a sentence.</param>
    /// <param name="since">Since when.</param>
    /// <param name="isOver">Whether it is over.</param>
    public static string Draft(string what, string since, bool isOver) => Say(isOver ? "DraftOver" : "Draft", what, since);

    private static string Say(string name, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(name, CultureInfo.CurrentUICulture) ?? name, values);
}
