using System.Net;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Basics;
using Vexera.Core.State;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Targets;

/// <summary>
/// The last four checks of a command that acts on a person or a role, in both forms: target found, caller's hierarchy, bot's
/// permission, bot's hierarchy.
/// </summary>
public sealed class TargetTests
{
    private static readonly Snowflake Senior = new(50), Junior = new(51), Managed = new(52);
    private static readonly User Elder = new() { Id = new Snowflake(5), Username = "elder" };
    private static readonly User Stranger = new() { Id = new Snowflake(6), Username = "stranger" };
    private static readonly Argument<UserReference> User = new("user", BasicsText.HelpArgument, new UserArgument());
    private static readonly Argument<Role> Role = new("role", BasicsText.HelpArgument, new RoleArgument());

    private static readonly CommandDefinition Kick = TestCommands.Definition("kick", User) with
    {
        GuildOnly = true,
        BotPermission = Permission.KickMembers,
        Target = new TargetRule(User) { MustBeMember = true },
    };

    private static readonly CommandDefinition Ban = TestCommands.Definition("ban", User) with { GuildOnly = true, Target = new TargetRule(User) };

    private static readonly CommandDefinition Give = TestCommands.Definition("give", Role) with
    {
        GuildOnly = true,
        BotPermission = Permission.ManageRoles,
        Role = new RoleRule(Role),
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Person_EverythingInTheWay_IsToldOneByOneInOrder(bool slash)
    {
        await using var rig = Rig();
        rig.Rest.Members[Elder.Id] = new Member { User = Elder, Roles = [Senior] };

        (await AskAsync(rig, slash, "kick", 99)).ShouldBe("There is no Discord account `99`.");
        (await AskAsync(rig, slash, "kick", 6)).ShouldBe($"`stranger` is not in this server, and `{Sign(slash)}kick` only works on somebody who is.");
        (await AskAsync(rig, slash, "kick", 5)).ShouldBe("`elder` is not below you: their highest role is `Senior`, yours is `Moderators`.");
        (await AskAsync(rig, slash, "kick", 5, TestGuild.Owner)).ShouldBe($"`{Sign(slash)}kick` takes a permission that I do not have here: **Kick Members**.");
        GiveBot(rig, Permission.KickMembers);
        (await AskAsync(rig, slash, "kick", 5, TestGuild.Owner)).ShouldBe(
            "`elder` is not below me: their highest role is `Senior`, mine is `Vexera`. Somebody who manages roles here can move mine up.");
        GiveBot(rig, Permission.KickMembers, Senior);
        (await AskAsync(rig, slash, "kick", 5, TestGuild.Owner)).ShouldStartWith("`elder` is not below me", Case.Sensitive, "an equal role is not below");
        rig.Rest.Members[Elder.Id] = new Member { User = Elder, Roles = [Junior] };
        (await AskAsync(rig, slash, "kick", 5)).ShouldBe("elder, a member");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Person_WhoIsOutOfReach_IsRefused(bool slash)
    {
        await using var rig = Rig();
        rig.Rest.Members[FakeSelf.Id] = new Member { User = rig.Self.User, Roles = [Junior] };
        rig.Rest.Members[Elder.Id] = new Member { User = Elder, Roles = [TestGuild.Moderators] };

        (await AskAsync(rig, slash, "ban", 2)).ShouldBe($"`{Sign(slash)}ban` works on others, not on yourself.");
        (await AskAsync(rig, slash, "ban", 1, TestGuild.Owner)).ShouldBe($"`{Sign(slash)}ban` works on others, not on yourself.");
        (await AskAsync(rig, slash, "ban", 100)).ShouldBe($"`{Sign(slash)}ban` works on others, not on me.");
        (await AskAsync(rig, slash, "ban", 1)).ShouldBe($"`owner` owns this server, so nobody can use `{Sign(slash)}ban` on them.");
        (await AskAsync(rig, slash, "ban", 5)).ShouldBe("`elder` is not below you: their highest role is `Moderators`, yours is `Moderators`.");
        (await AskAsync(rig, slash, "ban", 3)).ShouldBe("member, a member");
        (await AskAsync(rig, slash, "ban", 3, TestGuild.Plain with { Id = new Snowflake(7) })).ShouldBe(
            "`member` is not below you: their highest role is `@everyone`, yours is `@everyone`.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Person_NotInTheGuild_HasNoHierarchy(bool slash)
    {
        await using var rig = Rig();

        (await AskAsync(rig, slash, "ban", 6)).ShouldBe("stranger, no member");
    }

    [Fact]
    public async Task Slash_MemberSentAlong_IsNotAskedForAgain()
    {
        await using var rig = Rig();

        (await AskAsync(rig, slash: true, "ban", 3)).ShouldBe("member, a member");

        rig.Rest.Calls.ShouldNotContain(call => call.Name == "member" || call.Name == "user");
    }

    [Fact]
    public async Task Discord_CannotSayWhoItIs_FailsWithAnErrorIdAndDoesNothing()
    {
        await using var rig = Rig();
        rig.Rest.Answer = call => call.Name == "member" ? throw RecordingRest.Refusal(0, HttpStatusCode.InternalServerError) : Task.CompletedTask;

        (await AskAsync(rig, slash: false, "ban", 3)).ShouldStartWith("Something went wrong with `+ban`");
    }

    [Fact]
    public async Task Guild_NotKnown_IsRefusedAndNotGuessed()
    {
        await using var rig = Rig();
        rig.Guilds.Remove(TestGuild.Id);

        (await AskAsync(rig, slash: true, "ban", 3)).ShouldBe("I do not know this server’s roles yet. Please try again in a moment.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Role_EverythingInTheWay_IsToldOneByOneInOrder(bool slash)
    {
        await using var rig = Rig();

        (await AskAsync(rig, slash, "give", TestGuild.Id.Value)).ShouldBe("The role `@everyone` cannot be given or taken by hand: everybody has it, or an integration owns it.");
        (await AskAsync(rig, slash, "give", Managed.Value, TestGuild.Owner)).ShouldBe("The role `Managed` cannot be given or taken by hand: everybody has it, or an integration owns it.");
        (await AskAsync(rig, slash, "give", Senior.Value)).ShouldBe("The role `Senior` is not below your highest role, which is `Moderators`.");
        (await AskAsync(rig, slash, "give", TestGuild.Moderators.Value)).ShouldBe("The role `Moderators` is not below your highest role, which is `Moderators`.");
        (await AskAsync(rig, slash, "give", Senior.Value, TestGuild.Owner)).ShouldBe($"`{Sign(slash)}give` takes a permission that I do not have here: **Manage Roles**.");
        GiveBot(rig, Permission.ManageRoles);
        (await AskAsync(rig, slash, "give", Senior.Value, TestGuild.Owner)).ShouldBe(
            "The role `Senior` is not below my highest role, which is `Vexera`. Somebody who manages roles here can move mine up.");
        (await AskAsync(rig, slash, "give", Junior.Value)).ShouldBe("given");
    }

    [Fact]
    public async Task BotPermission_OfTheGuildOrTheChannel_CountsWhereItIsGiven()
    {
        await using var rig = new CommandRig(services => services
            .AddTestCommand(TestCommands.Definition("prune") with { BotPermission = Permission.BanMembers | Permission.ManageMessages }, _ => "done"));
        GiveBot(rig, Permission.BanMembers | Permission.ManageMessages);
        var general = rig.Guilds.Get(TestGuild.Id).Channels[TestGuild.General];
        (await AnswerAsync(rig)).ShouldBe("done");

        SetChannel(rig, new Overwrite { Id = TestGuild.BotRole, Type = OverwriteType.Role, Deny = Permission.ManageMessages | Permission.BanMembers });
        (await AnswerAsync(rig)).ShouldBe("`/prune` takes a permission that I do not have here: **Manage Messages**.");
        GiveBot(rig, Permission.None);
        SetChannel(rig, new Overwrite { Id = TestGuild.BotRole, Type = OverwriteType.Role, Allow = Permission.ManageMessages | Permission.BanMembers });
        (await AnswerAsync(rig)).ShouldBe("`/prune` takes a permission that I do not have here: **Ban Members**.");

        void SetChannel(CommandRig into, Overwrite overwrite)
        {
            var guild = into.Guilds.Get(TestGuild.Id);
            into.Guilds.Set(guild with { Channels = guild.Channels.SetItem(general.Id, general with { PermissionOverwrites = [overwrite] }) });
        }

        static async Task<string> AnswerAsync(CommandRig rig) => (await rig.SlashAsync("prune")).ShouldHaveSingleItem().Message!.Content!;
    }

    private static string Sign(bool slash) => slash ? "/" : "+";

    private static void GiveBot(CommandRig rig, Permission permission, params Snowflake[] roles)
    {
        var guild = rig.Guilds.Get(TestGuild.Id);
        rig.Guilds.Set(guild with
        {
            Self = new Member { Roles = [TestGuild.BotRole, .. roles] },
            Roles = guild.Roles.SetItem(TestGuild.BotRole, guild.Roles[TestGuild.BotRole] with { Permissions = permission }),
        });
    }

    private static async Task<string> AskAsync(CommandRig rig, bool slash, string command, ulong id, User? user = null)
    {
        user ??= TestGuild.Moderator;
        if (!slash)
            return (await rig.WriteAsync($"+{command} {id}", user)).ShouldHaveSingleItem().Message!.Content!;
        var member = rig.Rest.Members.GetValueOrDefault(new Snowflake(id));
        var account = member?.User ?? rig.Rest.Accounts.GetValueOrDefault(new Snowflake(id));
        var resolved = new ResolvedData
        {
            Users = account is null ? [] : new Dictionary<Snowflake, User> { [account.Id] = account },
            Members = member is null ? [] : new Dictionary<Snowflake, Member> { [account!.Id] = member with { User = null } },
        };
        var answer = (await rig.SlashAsync(command, [(command == "give" ? "role" : "user", $"{id}")], user, resolved: resolved)).ShouldHaveSingleItem();
        var content = answer.Message!.Content!;
        answer.Ephemeral.ShouldBe(content != "given" && !content.EndsWith(" member", StringComparison.Ordinal), content);
        return content;
    }

    private static CommandRig Rig()
    {
        var rig = new CommandRig(services => services
            .AddTestCommand(Kick, context => $"{context.Target!.User.Username}, {(context.Target.Member is null ? "no" : "a")} member")
            .AddTestCommand(Ban, context => $"{context.Target!.User.Username}, {(context.Target.Member is null ? "no" : "a")} member")
            .AddTestCommand(Give, _ => "given"));
        rig.Rest.Accounts[Stranger.Id] = Stranger;
        var guild = TestGuild.State;
        rig.Guilds.Set(guild with
        {
            Roles = SnowflakeMap<Role>.From(
                [
                    .. guild.Roles.Values,
                    new Role { Id = Senior, Name = "Senior", Permissions = default, Position = 5 },
                    new Role { Id = Junior, Name = "Junior", Permissions = default, Position = 0 },
                    new Role { Id = Managed, Name = "Managed", Permissions = default, Position = 0, Managed = true },
                ],
                role => role.Id),
        });
        return rig;
    }
}
