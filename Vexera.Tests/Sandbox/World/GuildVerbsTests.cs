using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;
using Vexera.Tests.Sandbox.Gateway;

namespace Vexera.Tests.Sandbox.World;

public sealed class GuildVerbsTests
{
    private readonly WorldFixture _fixture = new();

    [Fact]
    public void Ban_Member_RemovesItAndIsLogged()
    {
        _fixture.World.Members.Ban(_fixture.GuildId, _fixture.Member.Id, _fixture.ByOwner);

        _fixture.EventNames.ShouldBe(["GUILD_BAN_ADD", "GUILD_DELETE", "GUILD_MEMBER_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE"]);
        _fixture.Guild.Bans[_fixture.Member.Id].Reason.ShouldBe("because");
        var entry = _fixture.World.AuditLog.Of(_fixture.GuildId).Single();
        (entry.Action, entry.TargetId, entry.UserId).ShouldBe((AuditAction.MemberBanAdd, _fixture.Member.Id, _fixture.Owner.Id));
    }

    [Fact]
    public void Ban_WhoIsNoMember_Works()
    {
        var stranger = _fixture.World.Users.Create("stranger");

        _fixture.World.Members.Ban(_fixture.GuildId, stranger.Id, _fixture.ByOwner);
        _fixture.World.Members.Unban(_fixture.GuildId, stranger.Id, _fixture.ByOwner);

        _fixture.Guild.Bans.ShouldBeEmpty();
        _fixture.EventNames.ShouldContain("GUILD_BAN_REMOVE");
        Should.Throw<WorldException>(() => _fixture.World.Members.Unban(_fixture.GuildId, stranger.Id, _fixture.ByOwner)).Code.ShouldBe(10026);
    }

    [Fact]
    public void Update_Member_LogsRolesAndTheRestApart()
    {
        var role = _fixture.RoleNamed("Moderator").Id;

        _fixture.World.Members.Update(_fixture.GuildId, _fixture.Member.Id, _fixture.ByOwner,
            member => member with { Nick = "Pippin", Roles = member.Roles.Add(role) });

        var entries = _fixture.World.AuditLog.Of(_fixture.GuildId).ToArray();
        entries.Select(entry => entry.Action).ShouldBe([AuditAction.MemberUpdate, AuditAction.MemberRoleUpdate]);
        entries[0].Changes.Single().Key.ShouldBe("nick");
        entries[1].Changes.Single().Key.ShouldBe("$add");
        _fixture.Payload("GUILD_MEMBER_UPDATE").Text("nick").ShouldBe("Pippin");
    }

    [Fact]
    public void Delete_Role_TakesItFromEveryone()
    {
        var role = _fixture.RoleNamed("Member");

        _fixture.World.Roles.Delete(_fixture.GuildId, role.Id, _fixture.ByOwner);

        _fixture.Guild.Members.Values.ShouldAllBe(member => !member.Roles.Contains(role.Id));
        _fixture.Payload("GUILD_ROLE_DELETE").Text("role_id").ShouldBe($"{role.Id}");
    }

    [Fact]
    public void Delete_Category_LeavesItsChannels()
    {
        var category = _fixture.ChannelNamed("Community");

        _fixture.World.Channels.Delete(category.Id, _fixture.ByOwner);

        _fixture.General.ParentId.ShouldBeNull();
        _fixture.World.Channels.Find(category.Id).ShouldBeNull();
    }

    [Fact]
    public void Delete_SystemChannel_LeavesTheGuildWithoutOne()
    {
        _fixture.World.Channels.Delete(_fixture.General.Id, _fixture.ByOwner);

        _fixture.Guild.SystemChannelId.ShouldBeNull();
    }

    [Fact]
    public void Overwrite_Set_ReplacesTheOneOfTheSameTarget()
    {
        var channel = _fixture.General.Id;
        var overwrite = new Overwrite(_fixture.Member.Id, OverwriteType.Member, Permission.None, Permission.SendMessages);

        _fixture.World.Channels.SetOverwrite(channel, overwrite, _fixture.ByOwner);
        _fixture.World.Channels.SetOverwrite(channel, overwrite with { Deny = Permission.AddReactions }, _fixture.ByOwner);
        _fixture.General.Overwrites.Single().Deny.ShouldBe(Permission.AddReactions);
        _fixture.World.Channels.RemoveOverwrite(channel, overwrite.Id, _fixture.ByOwner);

        _fixture.World.AuditLog.Of(_fixture.GuildId).Select(entry => entry.Action)
            .ShouldBe([AuditAction.ChannelOverwriteDelete, AuditAction.ChannelOverwriteUpdate, AuditAction.ChannelOverwriteCreate]);
    }

    [Fact]
    public void AddBot_Invited_BringsItsManagedRoleAndTakesItAway()
    {
        var guild = _fixture.World.Guilds.Create("Fresh", _fixture.Owner.Id);

        _fixture.World.Members.AddBot(guild.Id, _fixture.Bot.Id, Permission.KickMembers, _fixture.ByOwner);

        var role = _fixture.World.Guilds.Get(guild.Id).Roles.Values.Single(one => one.BotId == _fixture.Bot.Id);
        (role.Managed, role.Permissions).ShouldBe((true, Permission.KickMembers));
        _fixture.World.Members.Remove(guild.Id, _fixture.Bot.Id);
        _fixture.World.Guilds.Get(guild.Id).Roles.Count.ShouldBe(1);
    }

    [Fact]
    public void OpenDirect_Twice_IsTheSameConversation()
    {
        var one = _fixture.World.Users.OpenDirect(_fixture.Member.Id, _fixture.Bot.Id);

        _fixture.World.Users.OpenDirect(_fixture.Bot.Id, _fixture.Member.Id).ShouldBe(one);
        _fixture.World.Channels.PermissionsOf(_fixture.Owner.Id, one).ShouldBe(Permission.None);
    }

    [Fact]
    public void Commands_OverwrittenAndKept_KeepTheirIds()
    {
        ApplicationCommand Draft(string name) => new(0, _fixture.Bot.Id, name);
        var first = _fixture.World.Commands.Overwrite(_fixture.Bot.Id, null, [Draft("ping"), Draft("help")]);

        var second = _fixture.World.Commands.Overwrite(_fixture.Bot.Id, null, [Draft("ping"), Draft("about")]);

        second[0].Id.ShouldBe(first[0].Id);
        second[0].Version.ShouldNotBe(first[0].Version);
        _fixture.World.Commands.In(_fixture.GuildId).Select(command => command.Name).ShouldBe(["ping", "about"], ignoreOrder: true);
    }

    [Fact]
    public void Interaction_Used_TellsTheBotOnly()
    {
        var data = System.Text.Json.JsonElement.Parse("""{"id":"1","name":"ping","type":1}""");

        var interaction = _fixture.World.Interactions.Create(_fixture.Bot.Id, InteractionType.ApplicationCommand, _fixture.General.Id, _fixture.Member.Id, data);

        _fixture.Events.Single().Recipients.ShouldNotBeNull().ShouldBe([_fixture.Bot.Id]);
        var payload = _fixture.Payload("INTERACTION_CREATE");
        payload.Text("token").ShouldBe(interaction.Token);
        payload.GetProperty("member").GetProperty("user").Text("id").ShouldBe($"{_fixture.Member.Id}");
        payload.GetProperty("data").Text("name").ShouldBe("ping");
        _fixture.World.Interactions.FindByToken(interaction.Token).ShouldBe(interaction);
    }

    [Fact]
    public void Ids_WithTheSameClock_AreTheSame()
    {
        var other = new WorldFixture();

        Enumerable.Range(0, 5_000).Select(_ => _fixture.World.NextId()).ShouldBe(Enumerable.Range(0, 5_000).Select(_ => other.World.NextId()));
        Snowflakes.TimeOf(_fixture.World.NextId()).ShouldBe(_fixture.Clock.GetUtcNow(), TimeSpan.FromMilliseconds(10));
    }

    [Fact]
    public void Ids_Always_Grow()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => _fixture.World.NextId()).ToArray();

        ids.ShouldBe(ids.Distinct().Order());
    }
}
