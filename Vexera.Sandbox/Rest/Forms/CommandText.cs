using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Names, descriptions and their translations, as commands, options and choices share them.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming"/>
internal static partial class CommandText
{
    /// <summary>Discord's locales, which translations may use.</summary>
    private static readonly HashSet<string> Locales =
    [
        "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja",
        "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
    ];

    private static readonly FieldError InvalidName = new("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");

    /// <summary>A name typed after a slash: lower case letters of any script, digits, <c>-</c> and <c>_</c>.</summary>
    public static bool IsSlashName(string name) => SlashName().IsMatch(name) && !name.EnumerateRunes().Any(Rune.IsUpper);

    public static void ReadName(Form form, JsonObject target, int maximum, bool slash)
    {
        var name = form.String("name", 1, maximum, required: true);
        if (slash && name is { Length: > 0 } && !IsSlashName(name))
            form.Fail("name", InvalidName);
        target["name"] = name;
        ReadTranslations(form, target, "name_localizations", maximum, slash);
    }

    public static void ReadDescription(Form form, JsonObject target)
    {
        target["description"] = form.String("description", 1, 100, required: true);
        ReadTranslations(form, target, "description_localizations", 100, slash: false);
    }

    public static void ReadTranslations(Form form, JsonObject target, string name, int maximum, bool slash)
    {
        if (form.Object(name) is not { } translations)
            return;

        var kept = new JsonObject();
        foreach (var (locale, text) in translations.Json.EnumerateObject().Select(p => (p.Name, p.Value)))
        {
            if (!Locales.Contains(locale))
                translations.Fail(locale, FieldError.Choices(Locales.Select(l => $"'{l}'")));
            if (text.ValueKind == JsonValueKind.Null)
                continue;

            kept[locale] = translations.String(locale, 1, maximum);
            if (slash && text.ValueKind == JsonValueKind.String && !IsSlashName(text.GetString()!))
                translations.Fail(locale, InvalidName);
        }

        target[name] = kept;
    }

    [GeneratedRegex(@"\A[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}\z")]
    private static partial Regex SlashName();
}
