using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Chat.Live;

/// <summary>What the page reads of the world without asking its API: what Discord's gateway would have told a client.</summary>
internal interface IChatWorld
{
    /// <summary>Everyone a person at the page can act as, in the order in which they were made.</summary>
    IReadOnlyList<Persona> People { get; }

    /// <summary>The guilds that a user is a member of, oldest first.</summary>
    IReadOnlyList<Guild> GuildsOf(ulong userId);

    /// <summary>The direct conversations of a user, oldest first.</summary>
    IReadOnlyList<Channel> DirectsOf(ulong userId);

    Guild? FindGuild(ulong id);

    User? FindUser(ulong id);

    /// <summary>Calls <paramref name="listener"/> for each event, in order, on the world's own thread: it must be quick and must not throw.</summary>
    IDisposable Listen(Action<WorldEvent> listener);
}

/// <summary>A made person and the token that acts as them.</summary>
internal sealed record Persona(ulong Id, string Name, string Token);
