using Vexera.Sandbox.Chat.Live;
using Vexera.Sandbox.Chat.Markdown;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>Names of what messages mention: those of the open guild, and users who are not or no more in it.</summary>
internal sealed class MentionNames(IChatWorld world, GuildView? guild) : IMentionNames
{
    public string? User(ulong id) => guild?.User(id) ?? world.FindUser(id)?.GlobalName ?? world.FindUser(id)?.Username;

    public string? Channel(ulong id) => guild?.Channel(id);

    public (string Name, int Colour)? Role(ulong id) => guild?.Role(id);
}
