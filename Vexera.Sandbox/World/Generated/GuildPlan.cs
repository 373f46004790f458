using Vexera.Sandbox.World.Demo;

namespace Vexera.Sandbox.World.Generated;

/// <summary>How big a generated guild is: the part that must be known without making it.</summary>
internal readonly record struct GuildPlan(int Number, int Channels, int Roles, int MemberCount)
{
    /// <summary>Members that are really there besides the bot: owner, moderator, speaker.</summary>
    public const int People = 3;

    public static GuildPlan Of(int seed, int number)
    {
        var random = new SeededRandom(seed, number);
        return new GuildPlan(
            number,
            random.LogNormal(median: 15, sigma: 0.6, least: 2, most: 500),
            random.LogNormal(median: 10, sigma: 0.7, least: 2, most: 250),
            random.LogNormal(median: 60, sigma: 1.7, least: People + 1, most: 800_000));
    }

    public ulong GuildId => WorldIds.Guild(Number);

    /// <summary>The channel with an index: 0 is the category of the text channels, 1 the system channel.</summary>
    public ulong Channel(int index) => WorldIds.Of(Number, WorldIdKind.Channel, (ushort)index);

    /// <summary>The role with an index from 1; the bot's comes last.</summary>
    public ulong Role(int index) => WorldIds.Of(Number, WorldIdKind.Role, (ushort)index);

    /// <summary>0 is the owner, 1 the moderator, 2 the one who speaks.</summary>
    public ulong Person(int index) => WorldIds.Of(Number, WorldIdKind.User, (ushort)index);
}
