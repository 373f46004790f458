using Vexera.Core.Discord.Entities;

namespace Vexera.Core.State;

/// <summary>Estimates what a guild's state takes in memory. Close is good enough: it bounds the cache.</summary>
internal static class GuildStateSize
{
    private const int Guild = 700;
    private const int RoleEntry = 190;
    private const int ChannelEntry = 270;
    private const int OverwriteEntry = 56;
    private const int Text = 24;
    private const int Id = 8;

    /// <summary>Bytes, about.</summary>
    public static long Estimate(GuildState state)
    {
        long bytes = Guild + TextOf(state.Name) + ((state.Self?.Roles.Count ?? 0) * Id);
        foreach (var (_, role) in state.Roles)
            bytes += RoleEntry + TextOf(role.Name);
        foreach (var (_, channel) in state.Channels)
            bytes += Of(channel);
        return bytes;
    }

    private static int Of(Channel channel) => ChannelEntry + TextOf(channel.Name) + (channel.PermissionOverwrites.Count * OverwriteEntry);

    private static int TextOf(string? text) => text is null ? 0 : Text + (2 * text.Length);
}
