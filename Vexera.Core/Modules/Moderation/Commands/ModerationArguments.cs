using System.Globalization;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary>Arguments that several commands have; each command has its own instance.</summary>
internal static class ModerationArguments
{
    /// <summary>The most characters of a reason, so that it fits into a direct message and the mod log.</summary>
    public const int LongestReason = 1000;

    /// <summary>A number that no server gets to.</summary>
    public const int MostCases = 1_000_000_000;

    public static Argument<UserReference> User() => new("user", ModerationText.UserArgument, new UserArgument());

    public static Argument<Duration> Time() => new("time", ModerationText.TimeArgument, new DurationArgument(), required: false);

    public static Argument<string> Reason() =>
        new("reason", ModerationText.ReasonArgument, new TextArgument("spam in #general", LongestReason, takesTheRest: true), required: false);

    public static Argument<long> Number() => new("case", ModerationText.NumberArgument, new IntegerArgument(1, MostCases));
}

/// <summary>Of how many days messages are deleted: <c>days=7</c> on a line, a number in the slash form.</summary>
internal sealed class DaysArgument : ArgumentType<long>
{
    /// <summary>What stands before the number on a line.</summary>
    public const string Word = "days=";

    private const int Most = 7;

    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.Integer;

    /// <inheritdoc/>
    public override Text Allowed => ModerationText.AllowedDays($"{Word}0–{Most}");

    /// <inheritdoc/>
    public override string Example => Word + Most;

    /// <inheritdoc/>
    public override string Placeholder => $"{Word}0–{Most}";

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out long value)
    {
        var digits = Claims(text) ? text.AsSpan(Word.Length) : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= Most;
    }

    /// <inheritdoc/>
    public override bool Claims(string word) => word.StartsWith(Word, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override ApplicationCommandOption Declare(ApplicationCommandOption option) => option with { MinValue = 0, MaxValue = Most };
}
