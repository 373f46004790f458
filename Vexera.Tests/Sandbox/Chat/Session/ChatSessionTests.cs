using System.Net;
using Vexera.Sandbox.Chat.Session;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Chat.Session;

public sealed class ChatSessionTests
{
    [Fact]
    public async Task Start_DemoWorld_OpensTheSystemChannelAsTheFirstPerson()
    {
        using var stage = await new ChatStage().StartedAsync();

        stage.Session.Me!.Id.ShouldBe(ChatStage.Owner.Id);
        stage.Session.Guilds.Select(g => g.Name).ShouldBe(["Harbour", "Orchard"]);
        stage.Session.Channel!.Name.ShouldBe("general");
        stage.Requests.Single().Token.ShouldBe(stage.World.Users.TokenOf(ChatStage.Owner.Id));
    }

    [Fact]
    public async Task ActAs_PlainMember_LosesWhatOnlyModeratorsSee()
    {
        using var stage = await new ChatStage().StartedAsync();
        await stage.Session.OpenChannelAsync(stage.Find("moderators").Id);

        await stage.Session.ActAsAsync(ChatStage.Plain.Id);

        stage.Session.Guild!.Channels.SelectMany(g => g.Channels).Select(c => c.Name).ShouldNotContain("moderators");
        stage.Session.Channel!.Name.ShouldBe("general");
    }

    [Fact]
    public async Task Apply_MessageInTheOpenChannel_ShowsIt()
    {
        using var stage = await new ChatStage().StartedAsync();

        stage.Say("hello");
        stage.Deliver();

        stage.Session.Transcript.Messages.Single().Content.ShouldBe("hello");
        stage.Changes[^1].HasFlag(ChatParts.Messages).ShouldBeTrue();
    }

    [Fact]
    public async Task Apply_Burst_TellsOnce()
    {
        using var stage = await new ChatStage().StartedAsync();
        stage.Changes.Clear();

        for (var i = 0; i < 100; i++) stage.Say($"message {i}");
        stage.Deliver();

        stage.Changes.Count.ShouldBe(1);
        stage.Session.Transcript.Messages.Count.ShouldBe(100);
    }

    [Fact]
    public async Task Apply_EphemeralMessageForAnother_StaysUnseen()
    {
        using var stage = await new ChatStage().StartedAsync();

        stage.Say("secret", more: d => d with { VisibleTo = ChatStage.Plain.Id, Flags = MessageFlags.Ephemeral });
        stage.Say("mine", more: d => d with { VisibleTo = ChatStage.Owner.Id, Flags = MessageFlags.Ephemeral });
        stage.Deliver();

        stage.Session.Transcript.Messages.Select(m => m.Content).ShouldBe(["mine"]);
        stage.Session.Transcript.Messages[0].IsEphemeral.ShouldBeTrue();
    }

    [Fact]
    public async Task Apply_MessageElsewhere_MarksItsChannelUnreadUntilOpened()
    {
        using var stage = await new ChatStage().StartedAsync();
        var playground = stage.Find("playground").Id;

        stage.Say("over here", channel: "playground");
        stage.Deliver();
        stage.Session.Unread.ShouldContain(playground);
        await stage.Session.OpenChannelAsync(playground);

        stage.Session.Unread.ShouldBeEmpty();
        stage.Session.Transcript.Messages.Single().Content.ShouldBe("over here");
    }

    [Fact]
    public async Task Apply_MessageInAHiddenChannel_LeavesNoTrace()
    {
        using var stage = await new ChatStage().StartedAsync();
        await stage.Session.ActAsAsync(ChatStage.Plain.Id);

        stage.Say("about pip", ChatStage.Moderator, "moderators");
        stage.Deliver();

        stage.Session.Unread.ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_EditDeleteAndReaction_ChangeWhatIsShown()
    {
        using var stage = await new ChatStage().StartedAsync();
        var (kept, gone) = (stage.Say("first"), stage.Say("second"));
        stage.Deliver();

        stage.World.Messages.Edit(kept.ChannelId, kept.Id, m => m with { Content = "changed" });
        stage.World.Messages.Delete(gone.ChannelId, gone.Id, new Actor(ChatStage.Owner.Id));
        stage.World.Reactions.Add(kept.ChannelId, kept.Id, null, "👍", ChatStage.Owner.Id);
        stage.Deliver();

        var shown = stage.Session.Transcript.Messages.Single();
        shown.Content.ShouldBe("changed");
        shown.EditedTimestamp.ShouldNotBeNull();
        shown.Reactions.Single().ShouldSatisfyAllConditions(r => r.Count.ShouldBe(1), r => r.Me.ShouldBeTrue(), r => r.Emoji.Text.ShouldBe("👍"));
    }

    [Fact]
    public async Task Apply_OpenChannelDeleted_GoesToAnother()
    {
        using var stage = await new ChatStage().StartedAsync();
        await stage.Session.OpenChannelAsync(stage.Find("playground").Id);

        stage.World.Channels.Delete(stage.Find("playground").Id, new Actor(ChatStage.Owner.Id));
        stage.Deliver();

        stage.Session.Channel!.Name.ShouldBe("general");
    }

    [Fact]
    public async Task Apply_OpenChannelHidden_GoesToAnother()
    {
        using var stage = await new ChatStage().StartedAsync();
        await stage.Session.ActAsAsync(ChatStage.Plain.Id);
        var playground = stage.Find("playground");
        await stage.Session.OpenChannelAsync(playground.Id);

        stage.World.Channels.Update(playground.Id, new Actor(ChatStage.Owner.Id), c => c with
        {
            Overwrites = [new Overwrite(stage.Harbour.Id, OverwriteType.Role, Permission.None, Permission.ViewChannel)],
        });
        stage.Deliver();

        stage.Session.Channel!.Name.ShouldBe("general");
    }

    [Fact]
    public async Task Apply_NewGuildOfTheMember_ListsIt()
    {
        using var stage = await new ChatStage().StartedAsync();

        stage.World.Guilds.Create("Meadow", ChatStage.Owner.Id);
        stage.Deliver();

        stage.Session.Guilds.Select(g => g.Name).ShouldBe(["Harbour", "Orchard", "Meadow"]);
        stage.Session.Guild!.Guild.Name.ShouldBe("Harbour");
    }

    [Fact]
    public async Task LoadOlder_LongHistory_GoesBackPageByPageToTheBeginning()
    {
        using var stage = new ChatStage();
        for (var i = 0; i < 120; i++) stage.Say($"message {i}");
        await stage.StartAsync();
        stage.Session.Transcript.Messages.Count.ShouldBe(50);
        stage.Session.Transcript.HasOlder.ShouldBeTrue();

        await stage.Session.LoadOlderAsync();
        await stage.Session.LoadOlderAsync();

        stage.Session.Transcript.Messages.Count.ShouldBe(120);
        stage.Session.Transcript.Messages[0].Content.ShouldBe("message 0");
        stage.Session.Transcript.HasOlder.ShouldBeFalse();
    }

    [Fact]
    public async Task OpenChannel_RefusedHistory_SaysWhy()
    {
        using var stage = await new ChatStage().StartedAsync();
        stage.Answer = _ => (HttpStatusCode.Forbidden, """{"message":"Missing Access","code":50001}""");

        await stage.Session.OpenChannelAsync(stage.Find("playground").Id);

        stage.Session.LoadProblem.ShouldBe("Missing Access");
        stage.Session.Loading.ShouldBeFalse();
    }

    [Fact]
    public async Task Typing_AnotherMember_ShowsUntilTheySpeakOrTenSecondsPass()
    {
        using var stage = await new ChatStage().StartedAsync();
        var general = stage.Find("general");
        void Type(ulong user) => stage.World.Publish(Vexera.Sandbox.World.Events.MemberEvents.Typing(general, stage.World.Users.Get(user), null, stage.Time.GetUtcNow()));

        Type(ChatStage.Plain.Id);
        Type(ChatStage.Moderator.Id);
        Type(ChatStage.Owner.Id);
        stage.Deliver();
        stage.Session.Typing.Users.ShouldBe([ChatStage.Moderator.Id, ChatStage.Plain.Id], ignoreOrder: true);
        stage.Say("done", ChatStage.Plain);
        stage.Deliver();
        stage.Session.Typing.Users.ShouldBe([ChatStage.Moderator.Id]);
        stage.Time.Advance(TimeSpan.FromSeconds(10));

        stage.Session.Typing.Users.ShouldBeEmpty();
    }
}
