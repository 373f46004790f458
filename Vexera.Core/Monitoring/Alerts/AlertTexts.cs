using System.Globalization;
using System.Resources;
using Vexera.Core.Monitoring.Alerts.Rules;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>What alerts say: to the operator in English, in Discord in the language of who reads.</summary>
internal static class AlertTexts
{
    private static readonly ResourceManager Texts = new("Vexera.Core.Monitoring.Alerts.AlertTexts", typeof(AlertTexts).Assembly);

    /// <summary>One sentence with the rule's figure and what it is held against, in English.</summary>
    public static string Of(AlertRule rule, double value, double threshold) => Of(rule, value, threshold, CultureInfo.InvariantCulture);

    /// <summary>An alert's sentence in a language; in English as it was written down.</summary>
    public static string Of(Alert alert, CultureInfo culture) =>
        culture.Name is "" or "en" || AlertRules.All.FirstOrDefault(rule => rule.Name == alert.Rule) is not { } rule
            ? alert.Text
            : Of(rule, alert.Value, alert.Threshold, culture);

    /// <summary>The name of what is watched, for people: <c>Processor</c>.</summary>
    /// <param name="rule">The rule's name; one that is not known is given back.</param>
    /// <param name="culture">The language; English unless given.</param>
    public static string TitleOf(string rule, CultureInfo? culture = null) =>
        Texts.GetString($"{rule}Title", culture ?? CultureInfo.InvariantCulture) ?? rule;

    /// <summary>What the users of a bot may be told of a broken rule: <c>Vexera answers slowly</c>.</summary>
    /// <param name="rule">The rule's name.</param>
    public static string ForUsers(string rule) => Texts.GetString($"{rule}Users", CultureInfo.InvariantCulture) ?? Say("Users");

    /// <summary>The title of a draft for an incident's post.</summary>
    public static string DraftTitle => Say("DraftTitle");

    /// <summary>A draft for an incident's post.</summary>
    /// <param name="what">What users feel, in a sentence.</param>
    /// <param name="since">Since when.</param>
    /// <param name="isOver">Whether it is over.</param>
    public static string Draft(string what, string since, bool isOver) => Say(isOver ? "DraftOver" : "Draft", what, since);

    private static string Of(AlertRule rule, double value, double threshold, CultureInfo culture) =>
        string.Format(culture, Texts.GetString(rule.Name, culture) ?? rule.Name, rule.Unit.Write(value, culture), rule.Unit.Write(threshold, culture));

    private static string Say(string name, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(name, CultureInfo.InvariantCulture) ?? name, values);
}
