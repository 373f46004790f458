using System.Text.Json;
using Vexera.Core.State;

namespace Vexera.Host.Drills.Comparing;

/// <summary>A guild as one line of text, so that what the bot keeps can be held to what the simulator has: everything that State follows.</summary>
internal static class GuildLine
{
    /// <summary>The guild as the bot keeps it.</summary>
    public static string Of(GuildState guild) => Of(
        guild.Name,
        guild.OwnerId.Value,
        guild.MemberCount,
        guild.Available,
        guild.Self?.Roles.Select(role => role.Value) ?? [],
        guild.Roles.Values.Select(role => Role(role.Id.Value, role.Name, (ulong)role.Permissions, role.Position)),
        guild.Channels.Values.Select(channel => Channel(
            channel.Id.Value, (int)channel.Type, channel.Name, channel.ParentId?.Value,
            channel.PermissionOverwrites.Select(one => Overwrite(one.Id.Value, (int)one.Type, (ulong)one.Allow, (ulong)one.Deny)))));

    /// <summary>The guild as GUILD_CREATE has it.</summary>
    /// <param name="guild">The event's <c>d</c>.</param>
    /// <param name="isAvailable">Whether it is available; an unavailable one still has all its fields here.</param>
    /// <param name="botId">The bot's account.</param>
    public static string Of(JsonElement guild, bool isAvailable, string botId) => Of(
        Text(guild, "name")!,
        Id(guild, "owner_id")!.Value,
        guild.GetProperty("member_count").GetInt32(),
        isAvailable,
        guild.GetProperty("members").EnumerateArray()
            .First(member => Text(member.GetProperty("user"), "id") == botId)
            .GetProperty("roles").EnumerateArray().Select(Number),
        guild.GetProperty("roles").EnumerateArray().Select(role => Role(
            Id(role, "id")!.Value, Text(role, "name")!, Id(role, "permissions")!.Value, role.GetProperty("position").GetInt32())),
        guild.GetProperty("channels").EnumerateArray().Concat(guild.GetProperty("threads").EnumerateArray()).Select(Channel));

    /// <summary>A guild of these parts.</summary>
    public static string Of(
        string name, ulong owner, int members, bool available, IEnumerable<ulong> selfRoles, IEnumerable<string> roles, IEnumerable<string> channels) =>
        $"{name}, owner {owner}, {members} members, available {available}, self {InOrder(selfRoles.Select(id => $"{id}"))}, "
        + $"roles {InOrder(roles)}, channels {InOrder(channels)}";

    /// <summary>A role of these parts.</summary>
    public static string Role(ulong id, string name, ulong permissions, int position) => $"{id} {name} {permissions} at {position}";

    /// <summary>A channel or thread of these parts.</summary>
    public static string Channel(ulong id, int type, string? name, ulong? parent, IEnumerable<string> overwrites) =>
        $"{id} {type} {name} under {parent} {InOrder(overwrites)}";

    /// <summary>A permission overwrite of these parts.</summary>
    public static string Overwrite(ulong id, int type, ulong allow, ulong deny) => $"{id} {type} +{allow} -{deny}";

    private static string Channel(JsonElement channel) => Channel(
        Id(channel, "id")!.Value,
        channel.GetProperty("type").GetInt32(),
        Text(channel, "name"),
        Id(channel, "parent_id"),
        channel.TryGetProperty("permission_overwrites", out var overwrites)
            ? overwrites.EnumerateArray().Select(one => Overwrite(
                Id(one, "id")!.Value, one.GetProperty("type").GetInt32(), Id(one, "allow")!.Value, Id(one, "deny")!.Value))
            : []);

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ulong? Id(JsonElement parent, string name) =>
        Text(parent, name) is { } text ? ulong.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static ulong Number(JsonElement id) => ulong.Parse(id.GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private static string InOrder(IEnumerable<string> texts) => $"[{string.Join("; ", texts.Order(StringComparer.Ordinal))}]";
}
