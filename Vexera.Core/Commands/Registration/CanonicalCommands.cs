using System.Globalization;
using System.Text;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Registration;

/// <summary>
/// Slash commands in a form that is the same when they mean the same, whatever Discord fills in, leaves out or reorders.
/// </summary>
internal static class CanonicalCommands
{
    /// <summary>The form of a whole set.</summary>
    public static string Of(IEnumerable<ApplicationCommand> commands)
    {
        var text = new StringBuilder();
        foreach (var command in commands.OrderBy(command => command.Type).ThenBy(command => command.Name, StringComparer.Ordinal))
        {
            Field(text, "command", command.Type, command.Name, command.Description, (ulong?)command.DefaultMemberPermissions);
            Field(text, "contexts", [.. (command.Contexts ?? []).Order().Cast<object>()]);
            Localizations(text, command.NameLocalizations, command.DescriptionLocalizations);
            Options(text, command.Options);
        }

        return text.ToString();
    }

    private static void Options(StringBuilder text, IReadOnlyList<ApplicationCommandOption>? options)
    {
        foreach (var option in options ?? [])
        {
            Field(text, "option", (int)option.Type, option.Name, option.Description, option.Required ?? false, option.Autocomplete ?? false);
            Field(text, "bounds", option.MinValue, option.MaxValue, option.MinLength, option.MaxLength);
            Field(text, "channels", [.. (option.ChannelTypes ?? []).Order().Select(type => (object)(int)type)]);
            Localizations(text, option.NameLocalizations, option.DescriptionLocalizations);
            foreach (var choice in option.Choices ?? [])
            {
                Field(text, "choice", choice.Name, choice.Value);
                Localizations(text, choice.NameLocalizations);
            }

            Options(text, option.Options);
            Field(text, "end");
        }
    }

    private static void Localizations(StringBuilder text, params IReadOnlyDictionary<string, string>?[] localizations)
    {
        foreach (var localization in localizations)
        {
            Field(text, "localization");
            foreach (var (locale, wording) in (localization ?? new Dictionary<string, string>()).OrderBy(entry => entry.Key, StringComparer.Ordinal))
                Field(text, locale, wording);
        }
    }

    // Lengths before values, so that no value can look like the next field.
    private static void Field(StringBuilder text, string name, params object?[] values)
    {
        text.Append(name);
        foreach (var value in values)
        {
            var written = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $" {written.Length}:{written}");
        }

        text.Append('\n');
    }
}
