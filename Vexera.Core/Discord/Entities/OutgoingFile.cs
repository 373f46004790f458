namespace Vexera.Core.Discord.Entities;

/// <summary>A file that goes along with a message. Source: https://discord.com/developers/docs/reference#uploading-files.</summary>
/// <param name="Name">Its name with its ending, 1 to 1,024 characters: <c>cases.txt</c>.</param>
/// <param name="Content">What is in it; Discord takes 10 MiB for a whole message.</param>
/// <param name="ContentType">The media type: <c>text/plain</c>.</param>
public sealed record OutgoingFile(string Name, ReadOnlyMemory<byte> Content, string ContentType = "text/plain")
{
    /// <summary>What is in it, for those who cannot see it, at most 1,024 characters; null for nothing.</summary>
    public string? Description { get; init; }
}

/// <summary>What a message's JSON says of a file: one that goes along, or one that it has and keeps.</summary>
/// <param name="Id">The file's place among those that go along, or the id of one that is there.</param>
/// <param name="Filename">Its name; null to leave it.</param>
/// <param name="Description">Its description; null for none.</param>
public sealed record OutgoingAttachment(Snowflake Id, string? Filename = null, string? Description = null);
