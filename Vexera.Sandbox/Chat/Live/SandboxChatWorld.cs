using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Chat.Live;

/// <summary>The simulated world, as the page reads it.</summary>
internal sealed class SandboxChatWorld(SandboxWorld world) : IChatWorld
{
    /// <summary>As many as a person scrolls through; generated worlds have far more.</summary>
    private const int MostGuilds = 100;

    public IReadOnlyList<Persona> People =>
        [.. world.Users.People.Select(u => new Persona(u.Id, u.GlobalName ?? u.Username, world.Users.TokenOf(u.Id)))];

    public IReadOnlyList<Guild> GuildsOf(ulong userId) => [.. world.Guilds.Of(userId).Order().Take(MostGuilds).Select(world.Guilds.Find).OfType<Guild>()];

    public IReadOnlyList<Channel> DirectsOf(ulong userId) => [.. world.Users.DirectChannels(userId)];

    public Guild? FindGuild(ulong id) => world.Guilds.Find(id);

    public User? FindUser(ulong id) => world.Users.Find(id);

    public IDisposable Listen(Action<WorldEvent> listener) => world.Subscribe(listener);
}
