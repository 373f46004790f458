using System.Text.Json.Serialization;

namespace Vexera.Core.Discord.Entities;

/// <summary>
/// A line of up to five buttons, or of one select, under a message; a message takes five lines.
/// Source: https://discord.com/developers/docs/components/reference#action-row.
/// </summary>
/// <param name="Components">1 to 5 buttons, or 1 select.</param>
public sealed record ActionRow(IReadOnlyList<MessageComponent> Components)
{
    /// <summary>The most rows of a message.</summary>
    public const int Most = 5;

    /// <summary>Discord's number for a row.</summary>
    public int Type { get; } = 1;

    /// <summary>A row of what is given.</summary>
    public static ActionRow Of(params IReadOnlyList<MessageComponent> components) => new(components);
}

/// <summary>Something in a row that people use.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(StringSelect), 3)]
[JsonDerivedType(typeof(UserSelect), 5)]
[JsonDerivedType(typeof(RoleSelect), 6)]
[JsonDerivedType(typeof(ChannelSelect), 8)]
public abstract record MessageComponent
{
    /// <summary>What comes back when it is used, 1 to 100 characters, unlike any other of the message; null for a link.</summary>
    public string? CustomId { get; init; }

    /// <summary>Whether it is shown, but cannot be used.</summary>
    public bool? Disabled { get; init; }
}

/// <summary>How a button looks.</summary>
public enum ButtonStyle
{
    /// <summary>The one that is meant to be pressed.</summary>
    Primary = 1,

    /// <summary>One of several.</summary>
    Secondary = 2,

    /// <summary>Green: yes.</summary>
    Success = 3,

    /// <summary>Red: what cannot be undone.</summary>
    Danger = 4,

    /// <summary>Opens an address; nothing comes back.</summary>
    Link = 5,
}

/// <summary>A button. Source: https://discord.com/developers/docs/components/reference#button.</summary>
public sealed record Button : MessageComponent
{
    /// <summary>How it looks.</summary>
    public required ButtonStyle Style { get; init; }

    /// <summary>At most 80 characters.</summary>
    public string? Label { get; init; }

    /// <summary>A picture before the label.</summary>
    public ComponentEmoji? Emoji { get; init; }

    /// <summary>Where a <see cref="ButtonStyle.Link"/> leads.</summary>
    public Uri? Url { get; init; }
}

/// <summary>A list of texts to choose from. Source: https://discord.com/developers/docs/components/reference#string-select.</summary>
public sealed record StringSelect : SelectComponent
{
    /// <summary>1 to 25.</summary>
    public required IReadOnlyList<SelectOption> Options { get; init; }
}

/// <summary>A list of the guild's people to choose from.</summary>
public sealed record UserSelect : SelectComponent;

/// <summary>A list of the guild's roles to choose from.</summary>
public sealed record RoleSelect : SelectComponent;

/// <summary>A list of the guild's channels to choose from.</summary>
public sealed record ChannelSelect : SelectComponent
{
    /// <summary>Which kinds are offered; null for all.</summary>
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }
}

/// <summary>What all selects have.</summary>
public abstract record SelectComponent : MessageComponent
{
    /// <summary>What is shown while nothing is chosen, at most 150 characters.</summary>
    public string? Placeholder { get; init; }

    /// <summary>How many must be chosen at least, 0 to 25; null for 1.</summary>
    public int? MinValues { get; init; }

    /// <summary>How many can be chosen at most, 1 to 25; null for 1.</summary>
    public int? MaxValues { get; init; }
}

/// <summary>One line of a <see cref="StringSelect"/>.</summary>
/// <param name="Label">What people read, 1 to 100 characters.</param>
/// <param name="Value">What comes back, 1 to 100 characters.</param>
public sealed record SelectOption(string Label, string Value)
{
    /// <summary>More in small letters, at most 100 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is chosen from the start.</summary>
    public bool? Default { get; init; }
}

/// <summary>An emoji on a button.</summary>
/// <param name="Name">The character itself, or a custom emoji's name.</param>
/// <param name="Id">A custom emoji's id; null for a character.</param>
public sealed record ComponentEmoji(string Name, Snowflake? Id = null);
