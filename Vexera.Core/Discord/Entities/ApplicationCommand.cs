using System.Text.Json.Serialization;
using Vexera.Core.Discord.Json;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Discord.Entities;

/// <summary>Types of a slash command's options.</summary>
public enum CommandOptionType
{
    /// <summary>A sub-command.</summary>
    SubCommand = 1,

    /// <summary>A group of sub-commands.</summary>
    SubCommandGroup = 2,

    /// <summary>Text.</summary>
    String = 3,

    /// <summary>A whole number between -2^53 and 2^53.</summary>
    Integer = 4,

    /// <summary>True or false.</summary>
    Boolean = 5,

    /// <summary>A user.</summary>
    User = 6,

    /// <summary>A channel.</summary>
    Channel = 7,

    /// <summary>A role.</summary>
    Role = 8,

    /// <summary>A user or a role.</summary>
    Mentionable = 9,

    /// <summary>A number between -2^53 and 2^53.</summary>
    Number = 10,

    /// <summary>A file.</summary>
    Attachment = 11,
}

/// <summary>
/// A slash command as it is registered. Source: https://discord.com/developers/docs/interactions/application-commands#application-command-object.
/// </summary>
public sealed record ApplicationCommand
{
    /// <summary>The id Discord gave it; absent when registering.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>1 for a slash command.</summary>
    public int Type { get; init; } = 1;

    /// <summary>1–32 characters, lower case, digits, - and _.</summary>
    public required string Name { get; init; }

    /// <summary>Names by locale code.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1–100 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Descriptions by locale code.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25, the required ones first.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Who sees it unless a guild's administrators decide otherwise; null is everyone.</summary>
    public Permission? DefaultMemberPermissions { get; init; }

    /// <summary>Where it can be used: 0 guild, 1 the bot's direct messages, 2 others.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }
}

/// <summary>One option of a slash command.</summary>
public sealed record ApplicationCommandOption
{
    /// <summary>What the option takes.</summary>
    public required CommandOptionType Type { get; init; }

    /// <summary>1–32 characters, lower case, digits, - and _.</summary>
    public required string Name { get; init; }

    /// <summary>Names by locale code.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1–100 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Descriptions by locale code.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool? Required { get; init; }

    /// <summary>The only values allowed, at most 25.</summary>
    public IReadOnlyList<CommandOptionChoice>? Choices { get; init; }

    /// <summary>Options of a sub-command, or sub-commands of a group.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>The only types of channels allowed; null for all.</summary>
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    /// <summary>Smallest number allowed.</summary>
    public double? MinValue { get; init; }

    /// <summary>Largest number allowed.</summary>
    public double? MaxValue { get; init; }

    /// <summary>Shortest text allowed, 0–6000.</summary>
    public int? MinLength { get; init; }

    /// <summary>Longest text allowed, 1–6000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether Discord asks for suggestions while the person types.</summary>
    public bool? Autocomplete { get; init; }
}

/// <summary>One allowed value of an option.</summary>
public sealed record CommandOptionChoice
{
    /// <summary>What people see, 1–100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What people see, by locale code.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>What the bot receives, at most 100 characters.</summary>
    [JsonConverter(typeof(TextOrNumberJsonConverter))]
    public required string Value { get; init; }
}
