using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>Which lists beside the messages an event changes for a member.</summary>
internal static class StructureChange
{
    public static ChatParts Of(WorldEvent happened, ulong? openGuild, ulong me)
    {
        var forMe = happened.Recipients is not { } recipients || recipients.Contains(me);
        return happened.Name switch
        {
            "USER_UPDATE" => ChatParts.People,
            "GUILD_CREATE" or "GUILD_DELETE" or "GUILD_UPDATE" when forMe => ChatParts.Guilds | Open(happened, openGuild),
            "GUILD_MEMBER_ADD" or "GUILD_MEMBER_REMOVE" when happened.UserId == me => ChatParts.Guilds | Open(happened, openGuild),
            var name when IsStructure(name) => Open(happened, openGuild),
            _ => ChatParts.None,
        };
    }

    private static ChatParts Open(WorldEvent happened, ulong? openGuild) =>
        happened.GuildId is { } guild && (guild == openGuild || openGuild is null) ? ChatParts.Channels | ChatParts.Members : ChatParts.None;

    private static bool IsStructure(string name) =>
        name.StartsWith("CHANNEL_", StringComparison.Ordinal) && name != "CHANNEL_PINS_UPDATE"
        || name.StartsWith("THREAD_", StringComparison.Ordinal)
        || name.StartsWith("GUILD_ROLE_", StringComparison.Ordinal)
        || name.StartsWith("GUILD_MEMBER_", StringComparison.Ordinal)
        || name.StartsWith("GUILD_BAN_", StringComparison.Ordinal);
}
