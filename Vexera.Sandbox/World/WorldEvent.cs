using System.Collections.Immutable;
using System.Text.Json;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World;

/// <summary>Writes an event's <c>d</c> for one viewer. Holds immutable records only, so that it may run at any later time.</summary>
internal delegate void PayloadWriter(Utf8JsonWriter json, Viewer viewer);

/// <summary>Who looks, and whether its intents let it read other people's words.</summary>
internal readonly record struct Viewer(ulong UserId, bool MessageContent = true, bool Presences = true);

/// <summary>
/// Something that happened, in the order in which it happened. Without <see cref="Recipients"/> it is for the guild's members.
/// </summary>
/// <param name="Name">The dispatch name, such as MESSAGE_CREATE.</param>
/// <param name="Write">Writes the payload.</param>
internal sealed record WorldEvent(string Name, PayloadWriter Write)
{
    /// <summary>Null for direct conversations and what concerns a user alone.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>The channel that it is about or happened in.</summary>
    public ulong? ChannelId { get; init; }

    /// <summary>What a member needs, in the channel if there is one, to be told.</summary>
    public Permission Requires { get; init; }

    /// <summary>The only users who are told.</summary>
    public ImmutableArray<ulong>? Recipients { get; init; }

    /// <summary>The user it is about: a bot is told of its own membership whatever its intents.</summary>
    public ulong? UserId { get; init; }

    /// <summary>The record after the change, or the removed record: for subscribers inside the process.</summary>
    public object? Subject { get; init; }
}
