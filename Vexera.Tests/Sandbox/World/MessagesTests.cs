using System.Text.Json;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Sandbox.Gateway;

namespace Vexera.Tests.Sandbox.World;

public sealed class MessagesTests
{
    private readonly WorldFixture _fixture = new();

    [Fact]
    public void Create_WithMentions_PingsWhoMayBePinged()
    {
        var role = _fixture.RoleNamed("Moderator").Id;
        var text = $"<@{_fixture.Owner.Id}> <@!{_fixture.Moderator.Id}> <@&{role}> @everyone <@1>";

        var byOwner = _fixture.Say(text, _fixture.Owner);
        var byMember = _fixture.Say(text);
        var silent = _fixture.Say(text, _fixture.Owner, draft => draft with { AllowedMentions = new AllowedMentions { Users = [_fixture.Moderator.Id] } });

        byOwner.Mentions.Select(user => user.Id).ShouldBe([_fixture.Owner.Id, _fixture.Moderator.Id]);
        byOwner.MentionRoles.ShouldBe([role]);
        byOwner.MentionEveryone.ShouldBeTrue();
        byMember.MentionEveryone.ShouldBeFalse("only who has the permission pings everyone");
        silent.Mentions.Select(user => user.Id).ShouldBe([_fixture.Moderator.Id]);
        silent.MentionRoles.ShouldBeEmpty();
        silent.MentionEveryone.ShouldBeFalse();
    }

    [Fact]
    public void Create_Reply_CarriesAndPingsWhatItAnswers()
    {
        var first = _fixture.Say("question");
        var reference = new MessageReference(first.ChannelId, first.Id, first.GuildId);

        var reply = _fixture.Say("answer", _fixture.Bot, draft => draft with { Reference = reference });
        var quiet = _fixture.Say("answer", _fixture.Bot, draft => draft with { Reference = reference, AllowedMentions = new AllowedMentions() });

        reply.Type.ShouldBe(MessageType.Reply);
        reply.Referenced.ShouldBe(first);
        reply.Mentions.Single().Id.ShouldBe(_fixture.Member.Id);
        quiet.Mentions.ShouldBeEmpty();
    }

    [Fact]
    public void Create_EnforcedNonceAgain_ReturnsTheFirstForMinutes()
    {
        Func<MessageDraft, MessageDraft> nonce = draft => draft with { Nonce = JsonElement.Parse("\"n\""), EnforceNonce = true };
        var first = _fixture.Say("one", more: nonce);

        _fixture.Say("two", more: nonce).ShouldBe(first);
        _fixture.Say("by another", _fixture.Owner, nonce).ShouldNotBe(first);
        _fixture.Say("not enforced", more: draft => nonce(draft) with { EnforceNonce = false }).ShouldNotBe(first);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(6));
        _fixture.Say("later", more: nonce).ShouldNotBe(first);
        _fixture.EventNames.Count(name => name == "MESSAGE_CREATE").ShouldBe(4);
    }

    [Fact]
    public void Edit_Text_IsTimedAndTold()
    {
        var message = _fixture.Say("before");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        var after = _fixture.World.Messages.Edit(message.ChannelId, message.Id, one => one with { Content = "after" });

        after.EditedTimestamp.ShouldBe(_fixture.Clock.GetUtcNow());
        var payload = _fixture.Payload("MESSAGE_UPDATE");
        payload.Text("content").ShouldBe("after");
        payload.Text("guild_id").ShouldBe($"{_fixture.GuildId}");
    }

    [Fact]
    public void List_WithBounds_IsNewestFirst()
    {
        var ids = Enumerable.Range(0, 10).Select(number => _fixture.Say($"{number}").Id).ToArray();
        ulong[] Page(int limit, ulong? before = null, ulong? after = null) =>
            [.. _fixture.World.Messages.List(_fixture.General.Id, _fixture.Owner.Id, limit, before, after).Select(message => message.Id)];

        Page(3).ShouldBe([ids[9], ids[8], ids[7]]);
        Page(2, before: ids[5]).ShouldBe([ids[4], ids[3]]);
        Page(2, after: ids[5]).ShouldBe([ids[7], ids[6]]);
    }

    [Fact]
    public void Ephemeral_IsSeenByOneOnly()
    {
        var message = _fixture.Say("secret", _fixture.Bot, draft => draft with { Flags = MessageFlags.Ephemeral, VisibleTo = _fixture.Member.Id });

        _fixture.World.Messages.List(_fixture.General.Id, _fixture.Member.Id).ShouldContain(message);
        _fixture.World.Messages.List(_fixture.General.Id, _fixture.Owner.Id).ShouldNotContain(message);
        _fixture.Events.Last().Recipients.ShouldNotBeNull().ShouldBe([_fixture.Member.Id]);
    }

    [Fact]
    public void DeleteBulk_Some_IsOneEventAndOneAuditEntry()
    {
        var ids = Enumerable.Range(0, 3).Select(number => _fixture.Say($"{number}").Id).ToArray();

        var removed = _fixture.World.Messages.DeleteBulk(_fixture.General.Id, [.. ids, 5], _fixture.ByOwner);

        removed.ShouldBe(ids);
        _fixture.Payload("MESSAGE_DELETE_BULK").GetProperty("ids").GetArrayLength().ShouldBe(3);
        var entry = _fixture.World.AuditLog.Of(_fixture.GuildId).First();
        entry.Action.ShouldBe(AuditAction.MessageBulkDelete);
        entry.Options["count"].ShouldBe("3");
        entry.Reason.ShouldBe("because");
    }

    [Fact]
    public void Delete_Unknown_AnswersAsDiscordDoes()
    {
        var error = Should.Throw<WorldException>(() => _fixture.World.Messages.Delete(_fixture.General.Id, 5, _fixture.ByOwner));

        (error.Status, error.Code, error.Message).ShouldBe((404, 10008, "Unknown Message"));
    }

    [Fact]
    public void Reactions_ComeAndGo()
    {
        var message = _fixture.Say("react");
        var reactions = _fixture.World.Reactions;

        reactions.Add(message.ChannelId, message.Id, null, "👍", _fixture.Owner.Id);
        reactions.Add(message.ChannelId, message.Id, null, "👍", _fixture.Owner.Id);
        reactions.Add(message.ChannelId, message.Id, null, "👍", _fixture.Member.Id);

        _fixture.EventNames.Count(name => name == "MESSAGE_REACTION_ADD").ShouldBe(2);
        Kept(message).Reactions.Single().Users.Length.ShouldBe(2);
        reactions.Remove(message.ChannelId, message.Id, null, "👍", _fixture.Owner.Id);
        reactions.Clear(message.ChannelId, message.Id, (null, "👍"));
        Kept(message).Reactions.ShouldBeEmpty();
        _fixture.EventNames.Last().ShouldBe("MESSAGE_REACTION_REMOVE_EMOJI");
    }

    [Fact]
    public void Create_VeryMany_ForgetsTheOldest()
    {
        var first = _fixture.Say("first");
        for (var number = 0; number < 6_000; number++)
        {
            _fixture.Say("more");
        }

        _fixture.World.Messages.Find(first.ChannelId, first.Id).ShouldBeNull();
        _fixture.World.Messages.List(_fixture.General.Id, _fixture.Owner.Id, 100).Length.ShouldBe(100);
    }

    private Message Kept(Message message) => _fixture.World.Messages.Get(message.ChannelId, message.Id);
}
