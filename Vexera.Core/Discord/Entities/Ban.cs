namespace Vexera.Core.Discord.Entities;

/// <summary>A ban in a guild. Source: https://discord.com/developers/docs/resources/guild#ban-object.</summary>
public sealed record Ban
{
    /// <summary>Who is banned.</summary>
    public required User User { get; init; }

    /// <summary>The reason in the audit log, if one was given.</summary>
    public string? Reason { get; init; }
}
