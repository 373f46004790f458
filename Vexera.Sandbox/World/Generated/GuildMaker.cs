using System.Collections.Immutable;
using System.Globalization;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Generated;

/// <summary>Makes a generated guild of its plan, always the same.</summary>
internal sealed class GuildMaker(int seed, User bot)
{
    private static readonly string[] Topics = ["Talk about anything", "Be kind", "Questions and answers", "Off topic", "Links only"];
    private static readonly string[] People = ["owner", "moderator", "speaker"];

    public Guild Make(GuildPlan plan)
    {
        var random = new SeededRandom(~seed, plan.Number);
        return new Guild(plan.GuildId, $"Guild {plan.Number.ToString("D6", CultureInfo.InvariantCulture)}", plan.Person(0))
        {
            SystemChannelId = plan.Channel(1),
            VerificationLevel = random.Below(5),
            Crowd = plan.MemberCount - GuildPlan.People - 1,
            Roles = Roles(plan, ref random).ToImmutableDictionary(role => role.Id),
            Channels = Channels(plan, ref random).ToImmutableDictionary(channel => channel.Id),
            Members = Members(plan).ToImmutableDictionary(member => member.User.Id),
        };
    }

    public static User Person(GuildPlan plan, int index) =>
        new(plan.Person(index), $"{People[index]}{plan.Number.ToString(CultureInfo.InvariantCulture)}") { GlobalName = People[index] };

    private static Role[] Roles(GuildPlan plan, ref SeededRandom random)
    {
        var roles = new Role[plan.Roles];
        roles[0] = new Role(plan.GuildId, "@everyone") { Permissions = PermissionSets.NewGuildEveryone };
        for (var index = 1; index < roles.Length; index++)
        {
            roles[index] = new Role(plan.Role(index), $"Role {index}")
            {
                Position = index,
                Color = random.Below(1 << 24),
                Hoist = random.Below(4) == 0,
                Permissions = PermissionSets.NewGuildEveryone | (Permission)(random.Next() & (ulong)PermissionSets.All & ~(ulong)Permission.Administrator),
            };
        }

        var last = roles.Length - 1;
        roles[last] = roles[last] with { Name = "Vexera", Managed = true, BotId = DemoWorld.BotId, Permissions = DemoGuild.BotPermissions };
        return roles;
    }

    private static Channel[] Channels(GuildPlan plan, ref SeededRandom random)
    {
        var channels = new Channel[plan.Channels];
        channels[0] = new Channel(plan.Channel(0), ChannelType.Category) { GuildId = plan.GuildId, Name = "Text" };
        for (var index = 1; index < channels.Length; index++)
        {
            channels[index] = new Channel(plan.Channel(index), index > 1 && random.Below(5) == 0 ? ChannelType.Voice : ChannelType.Text)
            {
                GuildId = plan.GuildId,
                Name = index == 1 ? "general" : $"channel-{index}",
                Position = index,
                ParentId = plan.Channel(0),
                Topic = random.Below(3) == 0 ? Topics[random.Below(Topics.Length)] : null,
                Overwrites = index > 1 && random.Below(3) == 0 ? [Overwrite(plan, ref random)] : [],
            };
        }

        return channels;
    }

    private static Overwrite Overwrite(GuildPlan plan, ref SeededRandom random) =>
        new(plan.Role(1 + random.Below(plan.Roles - 1)), OverwriteType.Role, Permission.SendMessages, Permission.MentionEveryone);

    private IEnumerable<Member> Members(GuildPlan plan)
    {
        var joined = WorldIds.FirstMoment.AddHours(1);
        yield return new Member(bot, joined) { Roles = [plan.Role(plan.Roles - 1)] };
        for (var index = 0; index < GuildPlan.People; index++)
        {
            yield return new Member(Person(plan, index), joined) { Roles = index == 1 ? [plan.Role(1)] : [] };
        }
    }
}
