using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Json;
using Vexera.Core.Events.Guilds;

namespace Vexera.Core.Events;

/// <summary>
/// The events that Vexera reads, one declaration each. Source: https://discord.com/developers/docs/events/gateway-events.
/// </summary>
internal static class GatewayEvents
{
    public static EventDescriptor<ReadyEvent> Ready { get; } = Of("READY", EventJson.Default.ReadyEvent);

    public static EventDescriptor<ResumedEvent> Resumed { get; } = new("RESUMED", _ => new ResumedEvent());

    public static EventDescriptor<GuildCreateEvent> GuildCreate { get; } = new("GUILD_CREATE", ReadGuildCreate);

    public static EventDescriptor<GuildUpdateEvent> GuildUpdate { get; } =
        Of("GUILD_UPDATE", DiscordJson.Default.Guild, guild => new GuildUpdateEvent(guild));

    public static EventDescriptor<GuildDeleteEvent> GuildDelete { get; } =
        Of("GUILD_DELETE", DiscordJson.Default.UnavailableGuild, guild => new GuildDeleteEvent(guild.Id, guild.Unavailable));

    public static EventDescriptor<ChannelCreateEvent> ChannelCreate { get; } =
        Of("CHANNEL_CREATE", DiscordJson.Default.Channel, channel => new ChannelCreateEvent(channel));

    public static EventDescriptor<ChannelUpdateEvent> ChannelUpdate { get; } =
        Of("CHANNEL_UPDATE", DiscordJson.Default.Channel, channel => new ChannelUpdateEvent(channel));

    public static EventDescriptor<ChannelDeleteEvent> ChannelDelete { get; } =
        Of("CHANNEL_DELETE", DiscordJson.Default.Channel, channel => new ChannelDeleteEvent(channel));

    public static EventDescriptor<ThreadCreateEvent> ThreadCreate { get; } =
        Of("THREAD_CREATE", DiscordJson.Default.Channel, thread => new ThreadCreateEvent(thread));

    public static EventDescriptor<ThreadUpdateEvent> ThreadUpdate { get; } =
        Of("THREAD_UPDATE", DiscordJson.Default.Channel, thread => new ThreadUpdateEvent(thread));

    public static EventDescriptor<ThreadDeleteEvent> ThreadDelete { get; } = Of("THREAD_DELETE", EventJson.Default.ThreadDeleteEvent);

    public static EventDescriptor<ThreadListSyncEvent> ThreadListSync { get; } =
        Of("THREAD_LIST_SYNC", EventJson.Default.ThreadListSyncEvent);

    public static EventDescriptor<GuildRoleCreateEvent> GuildRoleCreate { get; } =
        Of("GUILD_ROLE_CREATE", EventJson.Default.GuildRoleCreateEvent);

    public static EventDescriptor<GuildRoleUpdateEvent> GuildRoleUpdate { get; } =
        Of("GUILD_ROLE_UPDATE", EventJson.Default.GuildRoleUpdateEvent);

    public static EventDescriptor<GuildRoleDeleteEvent> GuildRoleDelete { get; } =
        Of("GUILD_ROLE_DELETE", EventJson.Default.GuildRoleDeleteEvent);

    public static EventDescriptor<GuildMemberAddEvent> GuildMemberAdd { get; } =
        new("GUILD_MEMBER_ADD", data => new GuildMemberAddEvent(GuildIdIn(data), Read(data, DiscordJson.Default.Member)));

    public static EventDescriptor<GuildMemberUpdateEvent> GuildMemberUpdate { get; } =
        new("GUILD_MEMBER_UPDATE", data => new GuildMemberUpdateEvent(GuildIdIn(data), Read(data, DiscordJson.Default.Member)));

    public static EventDescriptor<GuildMemberRemoveEvent> GuildMemberRemove { get; } =
        Of("GUILD_MEMBER_REMOVE", EventJson.Default.GuildMemberRemoveEvent);

    public static EventDescriptor<GuildBanAddEvent> GuildBanAdd { get; } = Of("GUILD_BAN_ADD", EventJson.Default.GuildBanAddEvent);

    public static EventDescriptor<GuildBanRemoveEvent> GuildBanRemove { get; } = Of("GUILD_BAN_REMOVE", EventJson.Default.GuildBanRemoveEvent);

    public static EventDescriptor<AuditLogEntryCreateEvent> AuditLogEntryCreate { get; } =
        new("GUILD_AUDIT_LOG_ENTRY_CREATE", data => new AuditLogEntryCreateEvent(GuildIdIn(data), Read(data, DiscordJson.Default.AuditLogEntry)));

    public static EventDescriptor<UserUpdateEvent> UserUpdate { get; } =
        Of("USER_UPDATE", DiscordJson.Default.User, user => new UserUpdateEvent(user));

    public static EventDescriptor<MessageCreateEvent> MessageCreate { get; } =
        Of("MESSAGE_CREATE", DiscordJson.Default.Message, message => new MessageCreateEvent(message));

    public static EventDescriptor<InteractionCreateEvent> InteractionCreate { get; } =
        Of("INTERACTION_CREATE", DiscordJson.Default.Interaction, interaction => new InteractionCreateEvent(interaction));

    /// <summary>Every event above.</summary>
    public static IReadOnlyList<EventDescriptor> All { get; } =
    [
        Ready, Resumed, UserUpdate,
        GuildCreate, GuildUpdate, GuildDelete,
        ChannelCreate, ChannelUpdate, ChannelDelete,
        ThreadCreate, ThreadUpdate, ThreadDelete, ThreadListSync,
        GuildRoleCreate, GuildRoleUpdate, GuildRoleDelete,
        GuildMemberAdd, GuildMemberUpdate, GuildMemberRemove,
        GuildBanAdd, GuildBanRemove, AuditLogEntryCreate,
        MessageCreate, InteractionCreate,
    ];

    private static EventDescriptor<TEvent> Of<TEvent>(string name, JsonTypeInfo<TEvent> json)
        where TEvent : class =>
        new(name, data => Read(data, json));

    private static EventDescriptor<TEvent> Of<TPayload, TEvent>(string name, JsonTypeInfo<TPayload> json, Func<TPayload, TEvent> wrap)
        where TPayload : class
        where TEvent : class =>
        new(name, data => wrap(Read(data, json)));

    // The first value counts: members of a frame that come after its payload do no harm.
    private static T Read<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> json)
        where T : class
    {
        var reader = new Utf8JsonReader(data);
        return JsonSerializer.Deserialize(ref reader, json) ?? throw new JsonException("Expected an object, found null.");
    }

    private static Snowflake GuildIdIn(ReadOnlySpan<byte> data) =>
        RoutingIds.GuildId(data) ?? throw new JsonException("Expected guild_id.");

    // A guild in an outage is announced without anything but its id; it is announced again when it is back.
    private static GuildCreateEvent? ReadGuildCreate(ReadOnlySpan<byte> data) =>
        TopLevelProperty.TryFind(data, "\"unavailable\""u8, out var value) && value.StartsWith("true"u8)
            ? null
            : new GuildCreateEvent(GuildReader.Read(data));
}
