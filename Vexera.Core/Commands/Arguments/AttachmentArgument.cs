using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A file: an option of the slash form, and sent along with the message in the prefix form, where it takes no word.</summary>
internal sealed class AttachmentArgument : ArgumentType<Attachment>
{
    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.Attachment;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedAttachment;

    /// <inheritdoc/>
    public override string Example => "";

    /// <inheritdoc/>
    public override bool TryFind(ArgumentScope scope, [MaybeNullWhen(false)] out Attachment value)
    {
        value = scope.Attachments.Values.FirstOrDefault();
        return value is not null;
    }

    /// <inheritdoc/>
    public override bool Claims(string word) => false;

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, [MaybeNullWhen(false)] out Attachment value)
    {
        value = null;
        return Snowflake.TryParse(text, CultureInfo.InvariantCulture, out var id) && scope.Attachments.TryGetValue(id, out value);
    }
}
