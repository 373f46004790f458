using MudBlazor;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Chat.Components;

/// <summary>The sign before a channel's name.</summary>
internal static class ChannelIcon
{
    public static string Of(ChannelType type) => type switch
    {
        ChannelType.Announcement => Icons.Material.Rounded.Campaign,
        ChannelType.Voice or ChannelType.Stage => Icons.Material.Rounded.VolumeUp,
        ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread => Icons.Material.Rounded.Forum,
        ChannelType.Dm or ChannelType.GroupDm => Icons.Material.Rounded.AlternateEmail,
        _ => Icons.Material.Rounded.Tag,
    };
}
