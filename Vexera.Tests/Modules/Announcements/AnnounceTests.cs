using System.Net;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Announcements;
using Vexera.Core.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Announcements;

public sealed class AnnounceTests
{
    private const string Kept = "\nI keep it and try again by myself until <t:1777982400:f>; please do not send it anew.";

    [Fact]
    public async Task Announce_ByTheOwner_PostsAndPublishesAndPingsNobody()
    {
        await using var rig = AnnouncementRig.Create();

        (await rig.AskAsync("+announce **News** for @everyone")).ShouldBe("Posted in <#40> and published to the servers that follow it.");

        rig.Sent().Select(call => call.Name).ShouldBe(["create", "crosspost"]);
        var posted = rig.Sent()[0].Message!;
        posted.Content.ShouldBe("**News** for @everyone");
        posted.AllowedMentions.Parse.ShouldBeEmpty();
        posted.EnforceNonce.ShouldBe(true);
    }

    [Fact]
    public async Task Announce_BySlash_DoesTheSame()
    {
        await using var rig = AnnouncementRig.Create();

        var answer = (await rig.SlashAsync("announce", [("text", "News")], TestGuild.Owner)).Single(call => call.Name == "respond");

        answer.Message!.Content.ShouldBe("Posted in <#40> and published to the servers that follow it.");
        rig.Sent().Select(call => call.Name).ShouldBe(["create", "crosspost"]);
    }

    [Fact]
    public async Task Announce_NotTheOwner_IsRefused()
    {
        await using var rig = AnnouncementRig.Create();

        (await rig.WriteAsync("+announce News"))[^1].Message!.Content!.ShouldContain("owner");

        rig.Sent().ShouldBeEmpty();
    }

    [Fact]
    public async Task Announce_TooLong_IsRefusedWithWhatIsAllowed()
    {
        await using var rig = AnnouncementRig.Create();

        (await rig.AskAsync($"+announce {new string('x', 2001)}")).ShouldContain("does not fit **text**. Allowed is");

        rig.Sent().ShouldBeEmpty();
        (await rig.Store().PendingAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Announce_NoChannelSet_SaysWhichSetting()
    {
        await using var rig = AnnouncementRig.Create(channel: null);

        (await rig.AskAsync("+announce News")).ShouldBe(
            "Not posted: no announcement channel is set. Put its id into `Modules:Announcements:ChannelId` in appsettings.json." + Kept);
    }

    [Fact]
    public async Task Announce_ChannelIsOfAnotherKind_SaysSoAndPostsNothing()
    {
        await using var rig = AnnouncementRig.Create();
        rig.Rest.ChannelType = ChannelType.GuildText;

        (await rig.AskAsync("+announce News")).ShouldBe(
            "Not posted: <#40> is no announcement channel. Make it one in its settings in Discord, or put another id into `Modules:Announcements:ChannelId`." + Kept);

        rig.Sent().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("channel", 10003, "Not posted: Discord knows no channel <#40>, or I am not in its server. Put the id of an announcement channel into `Modules:Announcements:ChannelId`.")]
    [InlineData("create", 50013, "Not posted: I may not write in <#40>. I need View Channel and Send Messages there.")]
    [InlineData("create", 50001, "Not posted: I may not write in <#40>. I need View Channel and Send Messages there.")]
    [InlineData("create", 50035, "Not posted: Discord said no: `refused by the test`.")]
    [InlineData("crosspost", 50013, "Posted in <#40>, but not published to the servers that follow: I may not write in <#40>. I need View Channel and Send Messages there.")]
    public async Task Announce_DiscordRefuses_SaysExactlyWhatAndKeepsIt(string call, int code, string answer)
    {
        await using var rig = AnnouncementRig.Create();
        rig.Rest.Answer = one => one.Name == call && one.Target != TestGuild.General ? throw RecordingRest.Refusal(code) : Task.CompletedTask;

        (await rig.AskAsync("+announce News")).ShouldBe(answer + Kept);

        (await rig.Store().PendingAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Announce_TokenRefused_SaysWhatToDo()
    {
        await using var rig = AnnouncementRig.Create();
        rig.Rest.Answer = one => one.Name == "channel" ? throw RecordingRest.Refusal(0, HttpStatusCode.Unauthorized) : Task.CompletedTask;

        (await rig.AskAsync("+announce News")).ShouldStartWith("Not posted: Discord refuses my token. Make a new one at https://discord.com/developers/applications");
    }

    [Fact]
    public async Task Announce_DiscordDown_SaysSoAndGoesOutOnceItIsBack()
    {
        await using var rig = AnnouncementRig.Create();
        await rig.StartAsync();
        rig.Rest.Answer = one => one.Name == "channel" ? throw new DiscordUnreachableException("GET", "no connection") : Task.CompletedTask;

        (await rig.AskAsync("+announce News")).ShouldBe("Not posted: Discord does not answer." + Kept);

        rig.Rest.Answer = _ => Task.CompletedTask;
        await rig.AdvanceUntilAsync(() => rig.Sent().Count == 2);
        rig.Sent().Select(call => call.Name).ShouldBe(["create", "crosspost"]);
        await rig.StopAsync();
    }

    [Fact]
    public async Task Announce_DiscordTakesLong_AnswersThatItIsUnderWayAndFinishes()
    {
        await using var rig = AnnouncementRig.Create();
        var held = new TaskCompletionSource();
        rig.Rest.Answer = one => one.Name == "create" && one.Target == AnnouncementRig.News ? held.Task : Task.CompletedTask;
        var asking = rig.AskAsync("+announce News");

        await Eventually.UntilAsync(() => rig.Sent().Count == 1);
        await rig.AdvanceUntilAsync(() => asking.IsCompleted);

        (await asking).ShouldStartWith("Discord takes its time. I have it written down");
        held.SetResult();
        await Eventually.UntilAsync(() => rig.Sent().Count == 2);
    }

    [Fact]
    public async Task Announce_DatabaseTakesNothing_PostsNothingAndSaysSo()
    {
        await using var rig = AnnouncementRig.Create();
        rig.Trouble.WriteFailure = TroubledDatabase.Full;

        (await rig.AskAsync("+announce News")).ShouldBe("The database cannot be used (`DiskFull`), so nothing was written down and nothing was sent.");

        rig.Sent().ShouldBeEmpty();
    }

    [Fact]
    public async Task Announce_NotSentForADay_IsGivenUpAndLogged()
    {
        await using var rig = AnnouncementRig.Create(channel: null);
        await rig.StartAsync();
        await rig.AskAsync("+announce News");

        await rig.AdvanceUntilAsync(() => rig.Log.Lines.Any(line => line.EventId == 10503), TimeSpan.FromMinutes(10));

        rig.Time.GetUtcNow().ShouldBeGreaterThanOrEqualTo(new DateTimeOffset(2026, 5, 5, 12, 0, 0, TimeSpan.Zero));
        (await rig.AskAsync("+announce")).ShouldBe("Nothing waits to be sent.");
        await rig.StopAsync();
    }

    [Fact]
    public async Task Announce_WithoutText_ShowsWhatWaits()
    {
        await using var rig = AnnouncementRig.Create(channel: null);
        await rig.AskAsync("+announce Some news");

        (await rig.AskAsync("+announce")).ShouldStartWith("**1** `Some news`, <t:1777896000:f>\nNot posted: no announcement channel is set.");
    }

    [Fact]
    public async Task Announce_ElevenInAnHour_TheLastWaitsSaysWhenAndIsPublishedThen()
    {
        await using var rig = AnnouncementRig.Create();
        await rig.StartAsync();
        for (var i = 0; i < PublishingHours.Most; i++)
            (await rig.AskAsync($"+announce {i}")).ShouldStartWith("Posted in <#40> and published");
        var due = rig.Time.GetUtcNow() + PublishingHours.Window;

        (await rig.AskAsync("+announce eleven")).ShouldBe(
            $"Posted in <#40>. Discord lets a channel publish 10 messages an hour; it will be published to the servers that follow at <t:{due.ToUnixTimeSeconds()}:f>.");

        rig.Sent().Count(call => call.Name == "crosspost").ShouldBe(PublishingHours.Most);
        await rig.AdvanceUntilAsync(() => rig.Sent().Count(call => call.Name == "crosspost") > PublishingHours.Most, TimeSpan.FromSeconds(10));
        rig.Time.GetUtcNow().ShouldBeGreaterThanOrEqualTo(due);
        await rig.StopAsync();
    }

    [Fact]
    public async Task Announce_OthersUsedTheHour_WaitsAsDiscordSays()
    {
        await using var rig = AnnouncementRig.Create();
        rig.Rest.Answer = one => one.Name == "crosspost" ? throw new RestBudgetException("POST", "later", TimeSpan.FromMinutes(50)) : Task.CompletedTask;

        (await rig.AskAsync("+announce News")).ShouldEndWith($"at <t:{(rig.Time.GetUtcNow() + TimeSpan.FromMinutes(50)).ToUnixTimeSeconds()}:f>.");
    }

    [Fact]
    public async Task Announce_PublishedByAPersonMeanwhile_CountsAsPublished()
    {
        await using var rig = AnnouncementRig.Create();
        rig.Rest.Answer = one => one.Name == "crosspost" ? throw RecordingRest.Refusal(AnnouncementProblems.AlreadyPublished, HttpStatusCode.BadRequest) : Task.CompletedTask;

        (await rig.AskAsync("+announce News")).ShouldBe("Posted in <#40> and published to the servers that follow it.");
    }

    [Fact]
    public async Task Announce_ModuleSwitchedOffWhileItWaits_SendsNothingUntilItIsOn()
    {
        await using var rig = AnnouncementRig.Create();
        await rig.StartAsync();
        rig.Rest.Answer = one => one.Name == "channel" ? throw new DiscordUnreachableException("GET", "no connection") : Task.CompletedTask;
        await rig.AskAsync("+announce News");
        rig.Rest.Answer = _ => Task.CompletedTask;
        await rig.AskAsync("+module disable announcements");
        rig.Time.Advance(TimeSpan.FromMinutes(30));
        rig.Sent().ShouldBeEmpty();

        await rig.AskAsync("+module enable announcements");

        await rig.AdvanceUntilAsync(() => rig.Sent().Count == 2);
        await rig.StopAsync();
    }

    [Fact]
    public async Task HelpOf_EverybodyElse_DoesNotNameIt()
    {
        await using var rig = AnnouncementRig.Create();

        (await rig.WriteAsync("+help"))[^1].Message!.Content!.ShouldNotContain("announce");
    }
}
