using System.Text.Json;

namespace Vexera.Core.Discord.Entities;

/// <summary>Kinds of interactions.</summary>
public enum InteractionType
{
    /// <summary>Discord checks an HTTP endpoint; never over the gateway.</summary>
    Ping = 1,

    /// <summary>A slash command.</summary>
    ApplicationCommand = 2,

    /// <summary>A button or select.</summary>
    MessageComponent = 3,

    /// <summary>A request for suggestions.</summary>
    Autocomplete = 4,

    /// <summary>A form was sent.</summary>
    ModalSubmit = 5,
}

/// <summary>
/// Something a person did with the bot. Must be answered within 3 seconds; <see cref="Token"/> lives 15 minutes.
/// Source: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object.
/// </summary>
public sealed record Interaction
{
    /// <summary>The interaction's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The bot's application.</summary>
    public required Snowflake ApplicationId { get; init; }

    /// <summary>What was done.</summary>
    public required InteractionType Type { get; init; }

    /// <summary>The secret for answering. Never logged.</summary>
    public required string Token { get; init; }

    /// <summary>What was chosen.</summary>
    public InteractionData? Data { get; init; }

    /// <summary>The guild; absent in direct messages.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The channel.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>Who did it, in a guild.</summary>
    public Member? Member { get; init; }

    /// <summary>Who did it, in direct messages.</summary>
    public User? User { get; init; }

    /// <summary>The person's language, such as "de".</summary>
    public string? Locale { get; init; }

    /// <summary>The guild's language.</summary>
    public string? GuildLocale { get; init; }

    /// <summary>What the bot may do in the channel.</summary>
    public Permissions.Permission? AppPermissions { get; init; }

    /// <summary>The message a component belongs to.</summary>
    public Message? Message { get; init; }
}

/// <summary>What was chosen in an interaction; which fields are set depends on its type.</summary>
public sealed record InteractionData
{
    /// <summary>The command's id.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>The command's name.</summary>
    public string? Name { get; init; }

    /// <summary>1 for a slash command.</summary>
    public int Type { get; init; }

    /// <summary>The options given.</summary>
    public IReadOnlyList<InteractionOption> Options { get; init => field = value ?? []; } = [];

    /// <summary>Users, members, roles and channels that options name.</summary>
    public ResolvedData? Resolved { get; init; }

    /// <summary>Which component was used.</summary>
    public string? CustomId { get; init; }

    /// <summary>What was selected in a select component.</summary>
    public IReadOnlyList<string> Values { get; init => field = value ?? []; } = [];
}

/// <summary>One option given to a slash command.</summary>
public sealed record InteractionOption
{
    /// <summary>The option's name.</summary>
    public required string Name { get; init; }

    /// <summary>The option's type.</summary>
    public required CommandOptionType Type { get; init; }

    /// <summary>Text, number, boolean or id, as its type says; absent for sub-commands.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The options of a sub-command.</summary>
    public IReadOnlyList<InteractionOption> Options { get; init => field = value ?? []; } = [];

    /// <summary>Whether this is the option being typed, in autocomplete.</summary>
    public bool Focused { get; init; }
}

/// <summary>What the ids in options stand for.</summary>
public sealed record ResolvedData
{
    /// <summary>Users by id.</summary>
    public IReadOnlyDictionary<Snowflake, User> Users { get; init => field = value ?? new Dictionary<Snowflake, User>(); } = new Dictionary<Snowflake, User>();

    /// <summary>Members by id, without their user.</summary>
    public IReadOnlyDictionary<Snowflake, Member> Members { get; init => field = value ?? new Dictionary<Snowflake, Member>(); } = new Dictionary<Snowflake, Member>();

    /// <summary>Roles by id.</summary>
    public IReadOnlyDictionary<Snowflake, Role> Roles { get; init => field = value ?? new Dictionary<Snowflake, Role>(); } = new Dictionary<Snowflake, Role>();

    /// <summary>Files by id.</summary>
    public IReadOnlyDictionary<Snowflake, Attachment> Attachments { get; init => field = value ?? new Dictionary<Snowflake, Attachment>(); } = new Dictionary<Snowflake, Attachment>();

    /// <summary>Channels by id, in part.</summary>
    public IReadOnlyDictionary<Snowflake, Channel> Channels { get; init => field = value ?? new Dictionary<Snowflake, Channel>(); } = new Dictionary<Snowflake, Channel>();
}
