using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>Which channels an argument takes.</summary>
internal sealed record ChannelKind
{
    private ChannelKind(Text allowed, params ChannelType[] types) => (Allowed, Types) = (allowed, types);

    /// <summary>Every channel and thread.</summary>
    public static ChannelKind Any { get; } = new(CommandsText.AllowedChannel);

    /// <summary>Channels to post in: text and announcements, no threads.</summary>
    public static ChannelKind Text { get; } = new(CommandsText.AllowedTextChannel, ChannelType.GuildText, ChannelType.GuildAnnouncement);

    /// <summary>Channels to speak in: voice and stages.</summary>
    public static ChannelKind Voice { get; } = new(CommandsText.AllowedVoiceChannel, ChannelType.GuildVoice, ChannelType.GuildStageVoice);

    /// <summary>What a value may be, to stand after "allowed is".</summary>
    public Text Allowed { get; }

    /// <summary>Discord's types; empty for all.</summary>
    public IReadOnlyList<ChannelType> Types { get; }

    /// <summary>Whether a channel is of the kind.</summary>
    public bool Includes(Channel channel) => Types.Count == 0 || Types.Contains(channel.Type);
}
