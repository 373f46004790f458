using Vexera.Core.Commands.Parsing;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A word, or several in quotes; or all that is left on the line.</summary>
/// <param name="example">A value that would do.</param>
/// <param name="longest">The most characters allowed, 1–6000.</param>
/// <param name="takesTheRest">Whether it takes the rest of the line as it was typed.</param>
internal sealed class TextArgument(string example, int longest = 1000, bool takesTheRest = false) : ArgumentType<string>
{
    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.String;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedText(longest);

    /// <inheritdoc/>
    public override string Example => example;

    /// <inheritdoc/>
    public override bool TakesTheRest => takesTheRest;

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out string value)
    {
        value = text.Trim();
        return value.Length > 0 && value.Length <= longest;
    }

    /// <inheritdoc/>
    public override string Take(WordReader words) => (takesTheRest ? words.Rest() : null) ?? base.Take(words);

    /// <inheritdoc/>
    public override ApplicationCommandOption Declare(ApplicationCommandOption option) => option with { MaxLength = longest };
}
