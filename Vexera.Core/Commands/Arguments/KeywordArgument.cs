using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>
/// One word that switches something, such as <c>disable</c>: given or not. On a line the word itself, in the slash form a choice of
/// true and false.
/// </summary>
/// <param name="word">The word in lower case; the argument's name best is the same.</param>
internal sealed class KeywordArgument(string word) : ArgumentType<bool>
{
    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.Boolean;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedKeyword(InlineCode.Of(word));

    /// <inheritdoc/>
    public override string Example => word;

    /// <inheritdoc/>
    public override string Placeholder => word;

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out bool value) => value = Claims(text);

    /// <inheritdoc/>
    public override bool TryParseOption(string text, ArgumentScope scope, out bool value) => bool.TryParse(text, out value);

    /// <inheritdoc/>
    public override bool Claims(string text) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
