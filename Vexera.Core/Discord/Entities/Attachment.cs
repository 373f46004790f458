namespace Vexera.Core.Discord.Entities;

/// <summary>A file that somebody sent. Source: https://discord.com/developers/docs/resources/message#attachment-object.</summary>
public sealed record Attachment
{
    /// <summary>The attachment's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Filename { get; init; }

    /// <summary>How many bytes it has.</summary>
    public long Size { get; init; }

    /// <summary>Where it lies; for a day or so.</summary>
    public required Uri Url { get; init; }
}
