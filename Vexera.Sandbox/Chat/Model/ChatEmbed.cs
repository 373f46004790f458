namespace Vexera.Sandbox.Chat.Model;

/// <summary>Rich content of a message, as Discord's API describes it.</summary>
public sealed record ChatEmbed
{
    /// <summary>The heading.</summary>
    public string? Title { get; init; }

    /// <summary>The text, in markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Where the heading leads.</summary>
    public string? Url { get; init; }

    /// <summary>The colour of its edge as 0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>The moment it is about.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The line under everything.</summary>
    public ChatEmbedFooter? Footer { get; init; }

    /// <summary>The line over everything.</summary>
    public ChatEmbedAuthor? Author { get; init; }

    /// <summary>Named values.</summary>
    public IReadOnlyList<ChatEmbedField> Fields { get; init => field = value ?? []; } = [];
}

/// <summary>The line under an embed.</summary>
public sealed record ChatEmbedFooter
{
    /// <summary>Its text.</summary>
    public string? Text { get; init; }
}

/// <summary>The line over an embed.</summary>
public sealed record ChatEmbedAuthor
{
    /// <summary>Its text.</summary>
    public string? Name { get; init; }

    /// <summary>Where it leads.</summary>
    public string? Url { get; init; }
}

/// <summary>A named value of an embed.</summary>
public sealed record ChatEmbedField
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The value, in markdown.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it may stand beside others.</summary>
    public bool Inline { get; init; }
}
