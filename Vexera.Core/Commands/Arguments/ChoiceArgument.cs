using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>One of a few words.</summary>
/// <param name="choices">The words in lower case, 1–25 of them.</param>
internal sealed class ChoiceArgument(params string[] choices) : ArgumentType<string>
{
    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.String;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedChoice(string.Join(", ", choices.Select(InlineCode.Of)));

    /// <inheritdoc/>
    public override string Example => choices[0];

    /// <inheritdoc/>
    public override string Placeholder => string.Join('|', choices);

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, [MaybeNullWhen(false)] out string value)
    {
        value = Array.Find(choices, choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase));
        return value is not null;
    }

    /// <inheritdoc/>
    public override bool Claims(string word) => choices.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override ApplicationCommandOption Declare(ApplicationCommandOption option) =>
        option with { Choices = [.. choices.Select(choice => new CommandOptionChoice { Name = choice, Value = choice })] };
}
