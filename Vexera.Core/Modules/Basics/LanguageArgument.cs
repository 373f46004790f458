using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Modules.Basics;

/// <summary>
/// A language by its code, its own name or Discord's code for it, or the word for none. Other text is understood too, so that the
/// command can say which language is near.
/// </summary>
/// <param name="none">The word for none.</param>
internal sealed class LanguageArgument(string none) : ArgumentType<string>
{
    private const int Longest = 100;

    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.String;

    /// <inheritdoc/>
    public override Text Allowed => LocaleText.Allowed(InlineCode.Of(none));

    /// <inheritdoc/>
    public override string Example => "fr";

    /// <summary>The language that a text names; null when it names none.</summary>
    public static Language? Named(string text) => LanguageCatalog.Find(text)
        ?? LanguageCatalog.OfLocale(text)
        ?? LanguageCatalog.All.FirstOrDefault(language => language.Name.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, [MaybeNullWhen(false)] out string value)
    {
        value = text.Trim();
        return value.Length is > 0 and <= Longest;
    }

    /// <inheritdoc/>
    public override ApplicationCommandOption Declare(ApplicationCommandOption option) => option with
    {
        Choices =
        [
            .. LanguageCatalog.All.Select(language => new CommandOptionChoice { Name = language.Name, Value = language.Code }),
            new CommandOptionChoice { Name = none, Value = none },
        ],
    };
}
