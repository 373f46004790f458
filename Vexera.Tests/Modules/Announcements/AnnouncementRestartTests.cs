using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Announcements;
using Vexera.Core.Rest;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Announcements;

/// <summary>A process that dies anywhere between the claim and the answer, and the next one.</summary>
public sealed class AnnouncementRestartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restart_AnswerLostAMomentAgo_SendsTheSameAgainWithTheSameNonce()
    {
        await using var first = await DyingAsync();
        await using var second = AnnouncementRig.Create(before: first);
        second.Time.Advance(AnnouncementPost.NonceLives - TimeSpan.FromSeconds(1));

        var one = await second.Get<AnnouncementDelivery>().DeliverAsync(1, Stop);

        var posts = second.Sent().Where(call => call.Name == "create").Select(call => call.Message!).ToArray();
        posts.Length.ShouldBe(2);
        posts[1].Nonce.ShouldBe(posts[0].Nonce);
        posts[1].Content.ShouldBe(posts[0].Content);
        one.IsPending.ShouldBeFalse();
    }

    [Fact]
    public async Task Restart_AnswerLostLongAgoAndMessageThere_TakesItForItsOwnAndPostsNothing()
    {
        await using var first = await DyingAsync();
        await using var second = AnnouncementRig.Create(before: first);
        second.Rest.History = [Said(first, "Slow answers.", byBot: false), Said(first, AnnouncementContentOf(first), byBot: true)];
        second.Time.Advance(AnnouncementPost.NonceLives);

        var one = await second.Get<AnnouncementDelivery>().DeliverAsync(1, Stop);

        second.Sent().Count(call => call.Name == "create").ShouldBe(1);
        one.MessageId.ShouldBe(second.Rest.History[1].Id);
        one.PublishedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Restart_ClaimOfAClockThatWasAhead_LooksForTheMessageBeforeItPosts()
    {
        await using var first = await DyingAsync();
        await using var second = AnnouncementRig.Create(before: first);
        second.Time.AdjustTime(second.Time.GetUtcNow().AddHours(-1));
        second.Rest.History = [Said(second, AnnouncementContentOf(first), byBot: true)];

        var one = await second.Get<AnnouncementDelivery>().DeliverAsync(1, Stop);

        second.Sent().Count(call => call.Name == "create").ShouldBe(1);
        one.MessageId.ShouldBe(second.Rest.History[0].Id);
    }

    [Fact]
    public async Task Restart_AnswerLostLongAgoAndMessageNotThere_PostsIt()
    {
        await using var first = await DyingAsync();
        await using var second = AnnouncementRig.Create(before: first);
        second.Rest.History = [Said(first, "Something else", byBot: true)];
        second.Time.Advance(AnnouncementPost.NonceLives);

        (await second.Get<AnnouncementDelivery>().DeliverAsync(1, Stop)).IsPending.ShouldBeFalse();

        second.Sent().Count(call => call.Name == "create").ShouldBe(2);
    }

    [Fact]
    public async Task Restart_AnswerLostLongAgoAndHistoryUnreadable_RatherNotThanTwice()
    {
        await using var first = await DyingAsync();
        await using var second = AnnouncementRig.Create(before: first);
        second.Time.Advance(AnnouncementPost.NonceLives);

        var one = await second.Get<AnnouncementDelivery>().DeliverAsync(1, Stop);

        second.Sent().Count(call => call.Name == "create").ShouldBe(1);
        one.Problem.ShouldBe(AnnouncementProblem.Unsure);
        (await second.AskAsync("+status")).ShouldContain("Please look whether it is there");
    }

    [Fact]
    public async Task Restart_ChannelRefusedMeanwhile_TheClaimStaysAndNothingIsDoubled()
    {
        await using var first = await DyingAsync();
        await using var second = AnnouncementRig.Create(before: first);
        second.Rest.History = [Said(first, AnnouncementContentOf(first), byBot: true)];
        second.Time.Advance(AnnouncementPost.NonceLives);
        second.Rest.Answer = call => call.Name == "channel" ? throw RecordingRest.Refusal(50001) : Task.CompletedTask;
        await second.Get<AnnouncementDelivery>().DeliverAsync(1, Stop);
        second.Rest.Answer = _ => Task.CompletedTask;

        await second.Get<AnnouncementDelivery>().DeliverAsync(1, Stop);

        second.Sent().Count(call => call.Name == "create").ShouldBe(1);
    }

    [Fact]
    public async Task Restart_WrittenMeanwhile_IsShownByAnEdit()
    {
        await using var first = await DyingAsync();
        await using var second = AnnouncementRig.Create(before: first);
        second.Rest.History = [Said(first, AnnouncementContentOf(first), byBot: true)];
        second.Time.Advance(AnnouncementPost.NonceLives);

        await second.AskAsync("+status update Found it.");

        second.Sent().Skip(1).Select(call => call.Name).ShouldBe(["edit", "crosspost"]);
        second.Sent()[1].Message!.Content!.ShouldContain("Found it.");
    }

    [Fact]
    public async Task Restart_PostedButNotPublished_IsPublishedByTheNextProcess()
    {
        await using var first = AnnouncementRig.Create();
        first.Rest.Answer = call => call.Name == "crosspost" ? throw new DiscordUnreachableException("POST", "lost") : Task.CompletedTask;
        await first.AskAsync("+announce News");
        first.Rest.Answer = _ => Task.CompletedTask;

        await using var second = AnnouncementRig.Create(before: first);
        await second.StartAsync();
        await second.AdvanceUntilAsync(() => second.Sent().Count == 3);

        second.Sent().Select(call => call.Name).ShouldBe(["create", "crosspost", "crosspost"]);
        await second.StopAsync();
    }

    [Fact]
    public async Task Restart_TenPublished_TheHourIsRemembered()
    {
        await using var first = AnnouncementRig.Create();
        for (var i = 0; i < PublishingHours.Most; i++)
            await first.AskAsync($"+announce {i}");

        await using var second = AnnouncementRig.Create(before: first);

        (await second.AskAsync("+announce eleven")).ShouldContain("10 messages an hour");
        second.Sent().Count(call => call.Name == "crosspost").ShouldBe(PublishingHours.Most);
    }

    [Theory]
    [InlineData("+announce News", 1)]
    [InlineData("+status open Anew", 1)]
    [InlineData("+status update More", 2)]
    public async Task Restart_CommandComesAgain_SaysNothingTwice(string line, int entries)
    {
        await using var first = AnnouncementRig.Create();
        if (entries > 1)
            await first.AskAsync("+status open Slow answers.");
        var message = first.MessageOf(line, TestGuild.Owner);
        await first.HandleAsync(message);
        await first.Runner.WhenIdleAsync();
        var sent = first.Sent().Count;

        await using var second = AnnouncementRig.Create(before: first);
        await second.HandleAsync(message);
        await second.Runner.WhenIdleAsync();

        second.Sent().Count.ShouldBe(sent);
        (await second.Store().RecentAsync(5, Stop)).ShouldHaveSingleItem().Entries.Count.ShouldBe(entries);
    }

    // Opens an incident; the answer to the post never comes.
    private static async Task<CommandRig> DyingAsync()
    {
        var rig = AnnouncementRig.Create();
        rig.Rest.Answer = call => call.Name == "create" && call.Target == AnnouncementRig.News
            ? throw new DiscordUnreachableException("POST", "the process was killed")
            : Task.CompletedTask;
        await rig.AskAsync("+status open Slow answers.");
        rig.Rest.Answer = _ => Task.CompletedTask;
        return rig;
    }

    private static string AnnouncementContentOf(CommandRig rig) => rig.Sent()[0].Message!.Content!;

    private static Message Said(CommandRig rig, string text, bool byBot) => new()
    {
        Id = new Snowflake(Snowflake.At(rig.Time.GetUtcNow()).Value + (byBot ? 2UL : 1UL)),
        ChannelId = AnnouncementRig.News,
        Author = new User { Id = byBot ? FakeSelf.Id : TestGuild.Owner.Id, Username = "x" },
        Content = text,
    };
}
