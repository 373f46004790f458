using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A channel or thread of the guild, by mention or id.</summary>
internal sealed class ChannelArgument : ArgumentType<Channel>
{
    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.Channel;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedChannel;

    /// <inheritdoc/>
    public override string Example => "#general";

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, [MaybeNullWhen(false)] out Channel value)
    {
        value = null;
        return MentionText.TryParse(text, ["<#"], out var id) && scope.Guild?.Channels.TryGetValue(id, out value) == true;
    }

    /// <inheritdoc/>
    public override bool Claims(string word) => MentionText.LooksLikeOne(word, '#');
}
