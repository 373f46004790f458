namespace Vexera.Sandbox.Chat.Markdown;

/// <summary>Names for the ids that messages mention; null where the reader may not know, or nobody has, the id.</summary>
internal interface IMentionNames
{
    string? User(ulong id);

    string? Channel(ulong id);

    /// <summary>A role's name and its colour as 0xRRGGBB, 0 for none.</summary>
    (string Name, int Colour)? Role(ulong id);
}
