using CsCheck;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Targets;

/// <summary>Who stands above whom, held to a slow second account of Discord's rules.</summary>
public sealed class HierarchyTests
{
    private static readonly Snowflake Owner = new(1), Actor = new(2), Target = new(3);

    private static readonly Gen<(GuildState Guild, Snowflake[] ActorRoles, Snowflake[] TargetRoles)> Guilds =
        from positions in Gen.Int[0, 4].Array[0, 8]
        from actorRoles in Gen.Int[0, 9].Array[0, 4]
        from targetRoles in Gen.Int[0, 9].Array[0, 4]
        select (GuildOf(positions), IdsOf(actorRoles), IdsOf(targetRoles));

    [Fact]
    public void MayActOn_AnyGuild_IsAsTheOracleSays() => Guilds.Sample(one =>
    {
        foreach (var actor in new[] { Owner, Actor })
        {
            foreach (var target in new[] { Owner, Target })
            {
                Hierarchy.MayActOn(one.Guild, actor, one.ActorRoles, target, one.TargetRoles)
                    .ShouldBe(Oracle.MayActOn(one.Guild, actor, one.ActorRoles, target, one.TargetRoles));
            }
        }
    });

    [Fact]
    public void MayManage_AnyRole_IsAsTheOracleSays() => Guilds.Sample(one =>
    {
        foreach (var role in one.Guild.Roles.Values.Where(role => role.Id != one.Guild.Id))
        {
            Hierarchy.MayManage(one.Guild, Owner, one.ActorRoles, role).ShouldBeTrue();
            Hierarchy.MayManage(one.Guild, Actor, one.ActorRoles, role).ShouldBe(
                Oracle.Rank(one.Guild, one.ActorRoles) > Oracle.Rank(one.Guild, [role.Id]));
        }
    });

    [Fact]
    public void MayActOn_TwoMembers_IsNeverBothWaysAndNeverOnOneself() => Guilds.Sample(one =>
    {
        var there = Hierarchy.MayActOn(one.Guild, Actor, one.ActorRoles, Target, one.TargetRoles);
        var back = Hierarchy.MayActOn(one.Guild, Target, one.TargetRoles, Actor, one.ActorRoles);
        (there && back).ShouldBeFalse();
        Hierarchy.MayActOn(one.Guild, Actor, one.ActorRoles, Actor, one.ActorRoles).ShouldBeFalse();
    });

    [Fact]
    public void HighestRole_RolesOfOnePlace_IsTheOldest()
    {
        var guild = GuildOf([2, 2, 1]);

        Hierarchy.HighestRole(guild, IdsOf([2, 1, 0]))!.Id.ShouldBe(IdsOf([0])[0]);
        Hierarchy.HighestRole(guild, [guild.Id, new Snowflake(999)]).ShouldBeNull("@everyone, and a role that is gone");
    }

    private static GuildState GuildOf(int[] positions) => new()
    {
        Id = TestGuild.Id,
        Name = "Test",
        OwnerId = Owner,
        Roles = SnowflakeMap<Role>.From(
            positions
                .Select((position, i) => new Role { Id = IdsOf([i])[0], Name = $"role {i}", Permissions = default, Position = position })
                .Append(new Role { Id = TestGuild.Id, Name = "@everyone", Permissions = default }),
            role => role.Id),
    };

    // Some of them are of no role.
    private static Snowflake[] IdsOf(int[] indexes) => [.. indexes.Select(index => new Snowflake((ulong)(index + 100)))];

    /// <summary>Puts all roles of the guild in a row from the lowest to the highest, and counts.</summary>
    private static class Oracle
    {
        public static bool MayActOn(GuildState guild, Snowflake actor, Snowflake[] actorRoles, Snowflake target, Snowflake[] targetRoles)
        {
            if (target == guild.OwnerId)
                return false;
            return actor == guild.OwnerId || Rank(guild, actorRoles) > Rank(guild, targetRoles);
        }

        public static int Rank(GuildState guild, Snowflake[] roles)
        {
            var row = guild.Roles.Values.ToList();
            row.Sort((left, right) =>
            {
                if (left.Id == guild.Id || right.Id == guild.Id)
                    return (right.Id == guild.Id).CompareTo(left.Id == guild.Id);
                return left.Position != right.Position ? left.Position.CompareTo(right.Position) : right.Id.Value.CompareTo(left.Id.Value);
            });
            return roles.Select(id => row.FindIndex(role => role.Id == id)).Append(0).Max();
        }
    }
}
