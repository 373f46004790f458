using System.Globalization;
using Microsoft.Extensions.Options;
using Vexera.Core.Monitoring.Alerts.Rules;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>The rules across several settings of <see cref="AlertOptions"/>. The webhook's address is never shown.</summary>
internal sealed class AlertOptionsValidator : IValidateOptions<AlertOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        List<string> failures =
        [
            .. options.Rules.Keys.Where(rule => AlertRules.All.All(known => !Same(known.Name, rule))).Select(Unknown),
            .. AlertRules.All.SelectMany(rule => Check(rule, rule.Settings(options))),
            .. options.MentionUsers.Select((user, index) => (user, index)).Where(entry => !IsId(entry.user))
                .Select(entry => $"Alerts:MentionUsers:{entry.index} is '{entry.user}'; allowed is the id of a Discord account, 1 to 20 digits."),
        ];
        if (options.WebhookUrl is { } webhook && !WebhookAddress.TryParse(webhook, out _))
            failures.Add("Alerts:WebhookUrl is no webhook of Discord's; allowed is an address like https://discord.com/api/webhooks/ID/TOKEN, as Discord shows it when the webhook is made.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Check(AlertRule rule, AlertRuleSettings settings)
    {
        if (rule.Unit == AlertUnit.Share && settings.Threshold > 1)
            yield return Invariant($"Alerts:Rules:{rule.Name}:Threshold is {settings.Threshold}; allowed is a share from 0 to 1, such as {rule.Defaults.Threshold}.");
        if (!rule.IsFloor && settings.Clear > settings.Threshold)
            yield return Invariant($"Alerts:Rules:{rule.Name}:Clear is {settings.Clear}; it must not be above Threshold, {settings.Threshold}.");
        if (rule.IsFloor && settings.Clear < settings.Threshold)
            yield return Invariant($"Alerts:Rules:{rule.Name}:Clear is {settings.Clear}; it must not be below Threshold, {settings.Threshold}.");
    }

    private static string Unknown(string rule) =>
        $"Alerts:Rules:{rule} is no rule; there are {string.Join(", ", AlertRules.All.Select(known => known.Name))}.";

    private static bool IsId(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
