using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Generated;

/// <summary>Guilds with the numbers from <paramref name="first"/> up to <paramref name="end"/>, each made from the seed when it is asked for.</summary>
internal sealed class GeneratedGuilds(int seed, int first, int end) : IGuildSource
{
    private readonly GuildMaker _maker = new(seed, new User(DemoWorld.BotId, DemoWorld.BotName) { Bot = true });

    public int Count => Math.Max(0, end - first);

    public IEnumerable<ulong> Ids => Enumerable.Range(first, Count).Select(WorldIds.Guild);

    public IEnumerable<ulong> IdsOf(int remainder, int divisor)
    {
        var skipped = (remainder - WorldIds.Remainder(first, divisor) + divisor) % divisor;
        for (long number = first + skipped; number < end; number += divisor)
        {
            yield return WorldIds.Guild((int)number);
        }
    }

    public bool Has(ulong guildId) => NumberOf(guildId) is { } number && guildId == WorldIds.Guild(number);

    public bool IsMember(ulong guildId, ulong userId) =>
        Has(guildId) && (userId == DemoWorld.BotId || (FindPlanOfUser(userId) is { } plan && plan.GuildId == guildId));

    public Guild Make(ulong guildId) => Has(guildId) ? _maker.Make(GuildPlan.Of(seed, NumberOf(guildId)!.Value)) : throw WorldException.UnknownGuild();

    public ulong? GuildOf(ulong channelId)
    {
        if (WorldIds.KindOf(channelId) != WorldIdKind.Channel || NumberOf(channelId) is not { } number)
        {
            return null;
        }

        var plan = GuildPlan.Of(seed, number);
        var index = WorldIds.IndexOf(channelId);
        return index < plan.Channels && channelId == plan.Channel(index) ? plan.GuildId : null;
    }

    public User? FindUser(ulong userId) => FindPlanOfUser(userId) is { } plan ? GuildMaker.Person(plan, WorldIds.IndexOf(userId)) : null;

    private GuildPlan? FindPlanOfUser(ulong userId)
    {
        var index = WorldIds.IndexOf(userId);
        return index < GuildPlan.People && NumberOf(userId) is { } number && userId == WorldIds.Of(number, WorldIdKind.User, (ushort)index)
            ? GuildPlan.Of(seed, number)
            : null;
    }

    private int? NumberOf(ulong id)
    {
        var number = WorldIds.NumberOf(id);
        return number >= first && number < end ? (int)number : null;
    }
}
