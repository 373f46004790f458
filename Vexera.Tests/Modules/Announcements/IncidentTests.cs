using Vexera.Core.Modules.Announcements;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Announcements;

public sealed class IncidentTests
{
    private const long Noon = 1_777_896_000;

    [Fact]
    public async Task Incident_OpenedUpdatedResolved_IsOneMessageWithItsWholeCoursePublishedOnce()
    {
        await using var rig = AnnouncementRig.Create();

        (await rig.AskAsync("+status open Slow answers.")).ShouldBe("Posted in <#40> and published to the servers that follow it.");
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        (await rig.AskAsync("+status update The DNS is slow.")).ShouldBe("The message in <#40> is changed, in the servers that follow too.");
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        (await rig.AskAsync("+status resolve All is well.")).ShouldBe("The message in <#40> is changed, in the servers that follow too.");

        rig.Sent().Select(call => call.Name).ShouldBe(["create", "crosspost", "edit", "edit"]);
        rig.Sent()[^1].Message!.Content.ShouldBe(
            $"""
            ✅ **Incident**, <t:{Noon}:f> to <t:{Noon + 600}:f>, resolved
            <t:{Noon}:f>: Slow answers.
            <t:{Noon + 300}:f>: The DNS is slow.
            <t:{Noon + 600}:f>: Resolved. All is well.
            """.ReplaceLineEndings("\n"));
        rig.Sent()[^1].Target.ShouldBe(rig.Sent()[1].Target);
    }

    [Fact]
    public async Task Incident_OpenedAndResolved_IsMarkedOnTheTimeAxis()
    {
        await using var rig = AnnouncementRig.Create();

        await rig.AskAsync("+status open Slow answers.");
        await rig.AskAsync("+status resolve");

        rig.Marks.Since(default).Select(mark => (mark.Kind, mark.Text)).ShouldBe([(MarkKind.Incident, "Slow answers."), (MarkKind.Resolved, "Slow answers.")]);
    }

    [Fact]
    public async Task Open_OneIsOpen_SaysWhichAndPostsNothing()
    {
        await using var rig = AnnouncementRig.Create();
        await rig.AskAsync("+status open Slow answers.");

        (await rig.AskAsync("+status open Again.")).ShouldBe(
            $"An incident is open already, `Slow answers.` since <t:{Noon}:f>, and there is one at a time. Use update or resolve.");

        rig.Sent().Count(call => call.Name == "create").ShouldBe(1);
    }

    [Theory]
    [InlineData("+status update More.", "No incident is open. Use open to begin one.")]
    [InlineData("+status resolve", "No incident is open. Use open to begin one.")]
    [InlineData("+status open", "There is nothing to say: please give a text.")]
    [InlineData("+status", "No incident is open.")]
    [InlineData("+status slow again", "What shall I do with that? Write for example `+status open Some servers do not get answers`.")]
    public async Task Status_NothingToDo_SaysWhatToWrite(string line, string answer)
    {
        await using var rig = AnnouncementRig.Create();

        (await rig.AskAsync(line)).ShouldBe(answer);

        rig.Sent().ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_OneIsOpen_ShowsIt()
    {
        await using var rig = AnnouncementRig.Create();
        await rig.AskAsync("+status open Slow answers.");

        (await rig.AskAsync("+status")).ShouldBe($"**1** `Slow answers.`, <t:{Noon}:f>\nPosted in <#40> and published to the servers that follow it.");
    }

    [Fact]
    public async Task Incident_DiscordDownUntilItIsResolved_IsPostedOnceWithItsWholeCourse()
    {
        await using var rig = AnnouncementRig.Create();
        rig.Rest.Answer = Down;
        await rig.AskAsync("+status open Slow answers.");
        await rig.AskAsync("+status update Found it.");
        rig.Rest.Answer = _ => Task.CompletedTask;

        await rig.AskAsync("+status resolve");

        rig.Sent().Select(call => call.Name).ShouldBe(["create", "crosspost"]);
        rig.Sent()[0].Message!.Content!.Split('\n').Length.ShouldBe(4);
    }

    [Fact]
    public async Task Update_DiscordDown_IsShownOnceItIsBack()
    {
        await using var rig = AnnouncementRig.Create();
        await rig.StartAsync();
        await rig.AskAsync("+status open Slow answers.");
        rig.Rest.Answer = call => call.Name == "edit" ? throw new DiscordUnreachableException("PATCH", "no connection") : Task.CompletedTask;

        (await rig.AskAsync("+status update Found it.")).ShouldStartWith("The message in <#40> is not changed: Discord does not answer.\nI keep it");

        rig.Rest.Answer = _ => Task.CompletedTask;
        var edits = rig.Sent().Count(call => call.Name == "edit");
        await rig.AdvanceUntilAsync(() => rig.Sent().Count(call => call.Name == "edit") > edits);
        rig.Sent()[^1].Message!.Content!.ShouldContain("Found it.");
        await rig.StopAsync();
    }

    [Fact]
    public async Task Update_MessageDeletedInDiscord_SaysSoAndANewOneCanBeOpened()
    {
        await using var rig = AnnouncementRig.Create();
        await rig.AskAsync("+status open Slow answers.");
        rig.Rest.Answer = call => call.Name == "edit" ? throw RecordingRest.Refusal(10008) : Task.CompletedTask;

        (await rig.AskAsync("+status update Found it.")).ShouldBe(
            "The message in <#40> is not changed: the message was deleted in Discord.\nI have given it up.");

        (await rig.AskAsync("+status open Anew.")).ShouldStartWith("Posted in <#40>");
    }

    [Fact]
    public async Task Incident_AnnouncementsWaitForTheHour_IsPublishedBeforeThem()
    {
        await using var rig = AnnouncementRig.Create();
        for (var i = 0; i <= PublishingHours.Most; i++)
            await rig.AskAsync($"+announce {i}");
        await rig.AskAsync("+status open Slow answers.");
        await rig.StartAsync();

        await rig.AdvanceUntilAsync(() => rig.Sent().Count(call => call.Name == "crosspost") == PublishingHours.Most + 2, TimeSpan.FromSeconds(10));

        while ((await rig.Store().PendingAsync(TestContext.Current.CancellationToken)).Count > 0)
            await Task.Yield();
        var incident = rig.Sent().Count(call => call.Name == "create");
        (await rig.Store().RecentAsync(2, TestContext.Current.CancellationToken)).Select(one => one.Kind)
            .ShouldBe([AnnouncementKind.Incident, AnnouncementKind.Announcement]);
        var published = (await rig.Store().RecentAsync(2, TestContext.Current.CancellationToken)).Select(one => one.PublishedAt!.Value).ToArray();
        published[0].ShouldBeLessThanOrEqualTo(published[1]);
        incident.ShouldBe(PublishingHours.Most + 2);
        await rig.StopAsync();
    }

    private static Task Down(RestCall call) => call.Name is "channel"
        ? throw new DiscordUnreachableException("GET", "no connection")
        : Task.CompletedTask;
}
