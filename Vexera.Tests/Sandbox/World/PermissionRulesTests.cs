using CsCheck;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.World;

public sealed class PermissionRulesTests
{
    private const Permission Asked = Permission.SendMessages;
    private readonly WorldFixture _fixture = new();

    [Fact]
    public void InGuild_Owner_MayAll() => InGuild(_fixture.Owner).ShouldBe(PermissionSets.All);

    [Fact]
    public void InGuild_Administrator_MayAll()
    {
        GiveMember(Permission.Administrator);

        InGuild(_fixture.Member).ShouldBe(PermissionSets.All);
    }

    [Fact]
    public void InGuild_NoMember_MayNothing() => InGuild(_fixture.World.Users.Create("stranger")).ShouldBe(Permission.None);

    [Fact]
    public void InGuild_Roles_AreAdded()
    {
        GiveMember(Permission.KickMembers);

        InGuild(_fixture.Member).ShouldBe(_fixture.Guild.Everyone.Permissions | Permission.KickMembers);
    }

    [Fact]
    public void InChannel_Overwrites_BeatEachOtherInDiscordsOrder()
    {
        var role = _fixture.RoleNamed("Member").Id;
        var everyone = new Overwrite(_fixture.GuildId, OverwriteType.Role, Permission.None, Asked);
        var byRole = new Overwrite(role, OverwriteType.Role, Asked, Permission.None);
        var byMember = new Overwrite(_fixture.Member.Id, OverwriteType.Member, Permission.None, Asked);

        With().HasFlag(Asked).ShouldBeTrue();
        With(everyone).HasFlag(Asked).ShouldBeFalse();
        With(everyone, byRole).HasFlag(Asked).ShouldBeTrue();
        With(byMember, everyone, byRole).HasFlag(Asked).ShouldBeFalse();
    }

    [Fact]
    public void InChannel_OneRoleAllowsWhatAnotherDenies_Allows()
    {
        var other = _fixture.World.Roles.Create(_fixture.GuildId, "Other", _fixture.ByOwner);
        _fixture.World.Members.GiveRole(_fixture.GuildId, _fixture.Member.Id, other.Id, _fixture.ByOwner);

        With(
            new Overwrite(other.Id, OverwriteType.Role, Permission.None, Asked),
            new Overwrite(_fixture.RoleNamed("Member").Id, OverwriteType.Role, Asked, Permission.None)).HasFlag(Asked).ShouldBeTrue();
    }

    [Fact]
    public void InChannel_WithoutView_MayNothing() =>
        With(new Overwrite(_fixture.GuildId, OverwriteType.Role, Permission.None, Permission.ViewChannel)).ShouldBe(Permission.None);

    [Fact]
    public void InChannel_WithoutSending_MayNotEmbed() =>
        (With(new Overwrite(_fixture.GuildId, OverwriteType.Role, Permission.None, Permission.SendMessages)) & PermissionSets.NeedSending)
            .ShouldBe(Permission.None);

    [Fact]
    public void InChannel_TimedOut_KeepsReadingOnly()
    {
        _fixture.World.Members.Update(_fixture.GuildId, _fixture.Member.Id, _fixture.ByOwner,
            member => member with { CommunicationDisabledUntil = _fixture.Clock.GetUtcNow().AddMinutes(1) });

        With().ShouldBe(PermissionSets.TimedOut);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(2));
        With().HasFlag(Asked).ShouldBeTrue();
    }

    [Fact]
    public void InChannel_Thread_FollowsItsParent()
    {
        _fixture.World.Channels.SetOverwrite(
            _fixture.General.Id, new Overwrite(_fixture.GuildId, OverwriteType.Role, Permission.None, Permission.SendMessagesInThreads), _fixture.ByOwner);
        var thread = _fixture.World.Threads.Create(_fixture.General.Id, ChannelType.PublicThread, "thread", _fixture.ByOwner);

        _fixture.World.Channels.PermissionsOf(_fixture.Member.Id, thread).HasFlag(Permission.SendMessages).ShouldBeFalse();
        _fixture.World.Channels.PermissionsOf(_fixture.Member.Id, _fixture.General).HasFlag(Permission.SendMessages).ShouldBeTrue();
    }

    [Fact]
    public void InChannel_PrivateThread_NeedsMembership()
    {
        var thread = _fixture.World.Threads.Create(_fixture.General.Id, ChannelType.PrivateThread, "secret", _fixture.ByOwner);

        _fixture.World.Channels.PermissionsOf(_fixture.Member.Id, thread).ShouldBe(Permission.None);
        _fixture.World.Threads.Join(thread.Id, _fixture.Member.Id);
        _fixture.World.Channels.PermissionsOf(_fixture.Member.Id, _fixture.World.Channels.Get(thread.Id)).HasFlag(Permission.ViewChannel).ShouldBeTrue();
    }

    [Fact]
    public void Outranks_Members_FollowTheirTopRoles()
    {
        var guild = _fixture.Guild;

        PermissionRules.Outranks(guild, _fixture.Moderator.Id, _fixture.Member.Id).ShouldBeTrue();
        PermissionRules.Outranks(guild, _fixture.Member.Id, _fixture.Moderator.Id).ShouldBeFalse();
        PermissionRules.Outranks(guild, _fixture.Bot.Id, _fixture.Moderator.Id).ShouldBeTrue();
        PermissionRules.Outranks(guild, _fixture.Bot.Id, _fixture.Owner.Id).ShouldBeFalse();
        PermissionRules.Outranks(guild, _fixture.Owner.Id, _fixture.Bot.Id).ShouldBeTrue();
    }

    [Fact]
    public void InChannel_AnyOverwrites_NeverGrantWithoutViewing() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong, Gen.ULong).Sample((allowAll, denyAll, allowOne, denyOne) =>
        {
            var granted = With(
                new Overwrite(_fixture.GuildId, OverwriteType.Role, (Permission)allowAll, (Permission)denyAll),
                new Overwrite(_fixture.Member.Id, OverwriteType.Member, (Permission)allowOne, (Permission)denyOne));
            return granted == Permission.None || granted.HasFlag(Permission.ViewChannel);
        });

    private Permission InGuild(User user) => PermissionRules.InGuild(_fixture.Guild, user.Id, _fixture.Clock.GetUtcNow());

    private Permission With(params Overwrite[] overwrites) => PermissionRules.InChannel(
        _fixture.Guild, _fixture.General with { Overwrites = [.. overwrites] }, _fixture.Member.Id, _fixture.Clock.GetUtcNow());

    private void GiveMember(Permission permissions)
    {
        var role = _fixture.World.Roles.Create(_fixture.GuildId, "More", _fixture.ByOwner, draft => draft with { Permissions = permissions });
        _fixture.World.Members.GiveRole(_fixture.GuildId, _fixture.Member.Id, role.Id, _fixture.ByOwner);
    }
}
