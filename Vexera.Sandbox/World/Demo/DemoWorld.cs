using System.Collections.Immutable;
using Vexera.Sandbox.World.Generated;

namespace Vexera.Sandbox.World.Demo;

/// <summary>The world that a newcomer meets: a bot, three people and two guilds which they have been in for long.</summary>
internal static class DemoWorld
{
    private const int Nowhere = -1_000;
    private static readonly ImmutableArray<string> GuildNames = ["Harbour", "Orchard"];

    public const string BotName = "Vexera";

    public static ulong BotId { get; } = WorldIds.Of(Nowhere, WorldIdKind.User, 0);

    public static ImmutableArray<DemoPerson> People { get; } =
    [
        new(WorldIds.Of(Nowhere, WorldIdKind.User, 1), "olive", "owner"),
        new(WorldIds.Of(Nowhere, WorldIdKind.User, 2), "mason", "moderator"),
        new(WorldIds.Of(Nowhere, WorldIdKind.User, 3), "pip", "member"),
    ];

    /// <summary>When everybody had joined; the clock may not stand before it.</summary>
    public static DateTimeOffset FirstMoment { get; } = WorldIds.FirstMoment.AddDays(1);

    public static SandboxWorld Create(SandboxOptions options)
    {
        var world = new SandboxWorld(options.TimeProvider, options.Seed, new GeneratedGuilds(options.Seed, GuildNames.Length, options.Guilds));
        foreach (var person in People)
        {
            world.Users.Create(person.Name, char.ToUpperInvariant(person.Name[0]) + person.Name[1..], person.Id);
        }

        world.Users.CreateBot(BotName, People[0].Id, BotId);
        for (var number = 0; number < Math.Min(options.Guilds, GuildNames.Length); number++)
        {
            world.Guilds.Place(DemoGuild.Create(world, number, GuildNames[number]));
        }

        return world;
    }

    /// <summary>The demo guilds that exist.</summary>
    public static IEnumerable<ulong> GuildIds(SandboxWorld world) =>
        Enumerable.Range(0, GuildNames.Length).Select(WorldIds.Guild).Where(id => world.Guilds.Find(id) is not null);
}
