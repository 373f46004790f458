using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A channel or thread of the guild, by mention, id or a name that only one has: <c>#general</c>.</summary>
/// <param name="kind">Which channels will do; any unless given.</param>
internal sealed class ChannelArgument(ChannelKind? kind = null) : ArgumentType<Channel>
{
    private readonly ChannelKind _kind = kind ?? ChannelKind.Any;

    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.Channel;

    /// <inheritdoc/>
    public override Text Allowed => _kind.Allowed;

    /// <inheritdoc/>
    public override string Example => "#general";

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, [MaybeNullWhen(false)] out Channel value)
    {
        value = scope.Guild is { } guild ? Find(text, guild) : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override bool Claims(string word) => word is ['#', _, ..] || MentionText.LooksLikeOne(word, '#');

    /// <inheritdoc/>
    public override ApplicationCommandOption Declare(ApplicationCommandOption option) =>
        _kind.Types.Count == 0 ? option : option with { ChannelTypes = _kind.Types };

    private Channel? Find(string text, GuildState guild)
    {
        if (MentionText.TryParse(text, ["<#"], out var id))
            return guild.Channels.TryGetValue(id, out var channel) && _kind.Includes(channel) ? channel : null;
        if (text is not ['#', .. var name])
            return null;
        var named = guild.Channels.Values
            .Where(one => _kind.Includes(one) && name.Equals(one.Name, StringComparison.OrdinalIgnoreCase))
            .Take(2)
            .ToList();
        return named.Count == 1 ? named[0] : null;
    }
}
