using System.Text.Json;

namespace Vexera.Sandbox.Chat.Model;

/// <summary>Types of a command's options. See https://discord.com/developers/docs/interactions/application-commands</summary>
public enum ChatOptionType
{
    /// <summary>A command below the command.</summary>
    SubCommand = 1,

    /// <summary>A group of commands below the command.</summary>
    SubCommandGroup = 2,

    /// <summary>Text.</summary>
    String = 3,

    /// <summary>A whole number.</summary>
    Integer = 4,

    /// <summary>Yes or no.</summary>
    Boolean = 5,

    /// <summary>A user.</summary>
    User = 6,

    /// <summary>A channel.</summary>
    Channel = 7,

    /// <summary>A role.</summary>
    Role = 8,

    /// <summary>A user or a role.</summary>
    Mentionable = 9,

    /// <summary>Any number.</summary>
    Number = 10,

    /// <summary>A file.</summary>
    Attachment = 11,
}

/// <summary>A command that an application registered.</summary>
public sealed record ChatCommand
{
    /// <summary>The command's id.</summary>
    public ulong Id { get; init; }

    /// <summary>Whose it is.</summary>
    public ulong ApplicationId { get; init; }

    /// <summary>Changes with each change of the command.</summary>
    public string Version { get; init => field = value ?? ""; } = "";

    /// <summary>1 for a slash command.</summary>
    public int Type { get; init; } = 1;

    /// <summary>What is typed after the slash.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What it does.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>What it takes, or the commands below it.</summary>
    public IReadOnlyList<ChatOption> Options { get; init => field = value ?? []; } = [];
}

/// <summary>Something that a command takes, or a command below it.</summary>
public sealed record ChatOption
{
    /// <summary>What it is.</summary>
    public ChatOptionType Type { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What it means.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the command needs it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the application suggests values while one is typed.</summary>
    public bool Autocomplete { get; init; }

    /// <summary>The least number.</summary>
    public double? MinValue { get; init; }

    /// <summary>The greatest number.</summary>
    public double? MaxValue { get; init; }

    /// <summary>The least length of text.</summary>
    public int? MinLength { get; init; }

    /// <summary>The greatest length of text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The only values, where there are some.</summary>
    public IReadOnlyList<ChatChoice> Choices { get; init => field = value ?? []; } = [];

    /// <summary>Types of channels that it takes; none means any.</summary>
    public IReadOnlyList<int> ChannelTypes { get; init => field = value ?? []; } = [];

    /// <summary>What a command below the command takes.</summary>
    public IReadOnlyList<ChatOption> Options { get; init => field = value ?? []; } = [];
}

/// <summary>A value to choose.</summary>
public sealed record ChatChoice
{
    /// <summary>What people see.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the application gets: a string or a number.</summary>
    public JsonElement Value { get; init; }
}
