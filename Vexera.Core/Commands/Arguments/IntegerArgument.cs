using System.Globalization;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A whole number within bounds.</summary>
/// <param name="minimum">The smallest allowed, at least -(2^53 - 1): Discord takes no more.</param>
/// <param name="maximum">The largest allowed, at most 2^53 - 1.</param>
internal sealed class IntegerArgument(long minimum, long maximum) : ArgumentType<long>
{
    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.Integer;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedInteger(minimum, maximum);

    /// <inheritdoc/>
    public override string Example => minimum.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && value >= minimum && value <= maximum;

    /// <summary>A word that starts like a number is meant as one, but not one as long as the ids of people and channels.</summary>
    public override bool Claims(string word) => word.Length < MentionText.ShortestId
        && (char.IsAsciiDigit(word[0]) || (word.Length > 1 && word[0] is '-' or '+' && char.IsAsciiDigit(word[1])));

    /// <inheritdoc/>
    public override ApplicationCommandOption Declare(ApplicationCommandOption option) =>
        option with { MinValue = minimum, MaxValue = maximum };
}
