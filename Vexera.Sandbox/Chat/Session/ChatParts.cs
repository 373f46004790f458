namespace Vexera.Sandbox.Chat.Session;

/// <summary>Parts of the page that can change apart from each other.</summary>
[Flags]
internal enum ChatParts
{
    None = 0,
    People = 1,
    Guilds = 1 << 1,
    Channels = 1 << 2,
    Messages = 1 << 3,
    Members = 1 << 4,
    Interactions = 1 << 5,
    Typing = 1 << 6,
    Composer = 1 << 7,
    All = (1 << 8) - 1,
}
