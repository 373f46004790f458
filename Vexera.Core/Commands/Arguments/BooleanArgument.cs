using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>Yes or no, in the words people use for it.</summary>
internal sealed class BooleanArgument : ArgumentType<bool>
{
    private static readonly string[] Yes = ["yes", "on", "true", "enable"];
    private static readonly string[] No = ["no", "off", "false", "disable"];

    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.Boolean;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedBoolean;

    /// <inheritdoc/>
    public override string Example => Yes[0];

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out bool value)
    {
        value = Yes.Contains(text, StringComparer.OrdinalIgnoreCase);
        return value || No.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public override bool Claims(string word) => Yes.Concat(No).Contains(word, StringComparer.OrdinalIgnoreCase);
}
