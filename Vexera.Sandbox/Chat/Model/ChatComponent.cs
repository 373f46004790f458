namespace Vexera.Sandbox.Chat.Model;

/// <summary>Kinds of components that the page knows. See https://discord.com/developers/docs/components/reference</summary>
public enum ChatComponentType
{
    /// <summary>A row of others.</summary>
    Row = 1,

    /// <summary>A button.</summary>
    Button = 2,

    /// <summary>A menu of given choices.</summary>
    StringSelect = 3,

    /// <summary>A line or a paragraph to fill in, in a form.</summary>
    TextInput = 4,

    /// <summary>A menu of members.</summary>
    UserSelect = 5,

    /// <summary>A menu of roles.</summary>
    RoleSelect = 6,

    /// <summary>A menu of members and roles.</summary>
    MentionableSelect = 7,

    /// <summary>A menu of channels.</summary>
    ChannelSelect = 8,

    /// <summary>Text beside an accessory.</summary>
    Section = 9,

    /// <summary>Text in markdown.</summary>
    TextDisplay = 10,

    /// <summary>A line between others.</summary>
    Separator = 14,

    /// <summary>A box around others.</summary>
    Container = 17,

    /// <summary>A named place for an input, in a form.</summary>
    Label = 18,
}

/// <summary>A button, a menu, an input, or what holds them.</summary>
public sealed record ChatComponent
{
    /// <summary>What it is.</summary>
    public ChatComponentType Type { get; init; }

    /// <summary>What the bot calls it.</summary>
    public string? CustomId { get; init; }

    /// <summary>A button's text, or an input's name.</summary>
    public string? Label { get; init; }

    /// <summary>More about an input, in a form.</summary>
    public string? Description { get; init; }

    /// <summary>A button's style (1 primary, 2 secondary, 3 success, 4 danger, 5 link); an input's (1 line, 2 paragraph).</summary>
    public int Style { get; init; }

    /// <summary>A button's emoji.</summary>
    public ChatEmoji? Emoji { get; init; }

    /// <summary>Where a link button leads.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it does nothing now.</summary>
    public bool Disabled { get; init; }

    /// <summary>What stands in it while nothing is chosen.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The least number of choices.</summary>
    public int? MinValues { get; init; }

    /// <summary>The greatest number of choices.</summary>
    public int? MaxValues { get; init; }

    /// <summary>The least length of an input.</summary>
    public int? MinLength { get; init; }

    /// <summary>The greatest length of an input.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether an input must be filled in; unset means yes.</summary>
    public bool? Required { get; init; }

    /// <summary>An input's first value.</summary>
    public string? Value { get; init; }

    /// <summary>Text in markdown.</summary>
    public string? Content { get; init; }

    /// <summary>A box's edge as 0xRRGGBB.</summary>
    public int? AccentColor { get; init; }

    /// <summary>A menu's choices.</summary>
    public IReadOnlyList<ChatSelectOption> Options { get; init => field = value ?? []; } = [];

    /// <summary>What it holds.</summary>
    public IReadOnlyList<ChatComponent> Components { get; init => field = value ?? []; } = [];

    /// <summary>The one component that a label names.</summary>
    public ChatComponent? Component { get; init; }

    /// <summary>What stands beside a section's text.</summary>
    public ChatComponent? Accessory { get; init; }
}

/// <summary>A choice of a menu.</summary>
public sealed record ChatSelectOption
{
    /// <summary>What people see.</summary>
    public string Label { get; init => field = value ?? ""; } = "";

    /// <summary>What the bot sees.</summary>
    public string Value { get; init => field = value ?? ""; } = "";

    /// <summary>More about it.</summary>
    public string? Description { get; init; }

    /// <summary>Its emoji.</summary>
    public ChatEmoji? Emoji { get; init; }

    /// <summary>Whether it is chosen from the start.</summary>
    public bool Default { get; init; }
}
