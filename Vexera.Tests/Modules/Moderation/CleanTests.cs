using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Cleaning;
using Vexera.Core.Rest;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>What <c>clean</c> deletes, and what it leaves alone.</summary>
public sealed class CleanTests : IAsyncLifetime
{
    private SqliteSite? _site;
    private ModerationRig _bot = null!;

    public async ValueTask InitializeAsync() =>
        _bot = await ModerationRig.StartAsync(time => Task.FromResult<DatabaseSite>(_site = new SqliteSite(time)));

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _site!.DisposeAsync();
    }

    [Fact]
    public async Task Clean_Ten_DeletesTheTenBeforeTheCommandAndNothingAfter()
    {
        var before = Said(TimeSpan.FromMinutes(1), 15);
        var command = Snowflake.At(_bot.Time.GetUtcNow());
        var after = Said(TimeSpan.FromSeconds(-5), 3);
        _bot.Rest.History = [.. before, .. after, MessageAt(command, ModerationRig.Other)];

        (await AskAsync("+clean", command)).ShouldBe("Deleted: 10.");

        Deleted().ShouldBe(before.Select(message => message.Id).OrderDescending().Take(10));
    }

    [Fact]
    public void Add_PageHoldsTheCommandAndWhatCameAfter_LeavesThemAlone()
    {
        var now = _bot.Time.GetUtcNow();
        var command = Snowflake.At(now.AddMinutes(-1));
        var (before, after) = (Snowflake.At(now.AddMinutes(-2)), Snowflake.At(now));
        var selection = new CleanSelection(new CleanRequest(new Snowflake(1), command, 10, null, CleanKind.All, null, ""), now);

        selection.Add(new[] { after, command, before }.Select(id => MessageAt(id, ModerationRig.Other)));

        selection.Chosen.ShouldBe([before]);
    }

    [Theory]
    [InlineData("+clean 100 <@3>", 2)]
    [InlineData("+clean 100 bots", 1)]
    [InlineData("+clean 100 links", 2)]
    [InlineData("+clean 100 attachments", 1)]
    [InlineData("+clean 100 contains free NITRO", 2)]
    [InlineData("+clean 100 <@3> links", 1)]
    public async Task Clean_Some_DeletesThoseOnly(string line, int deleted)
    {
        var at = _bot.Time.GetUtcNow().AddMinutes(-5);
        _bot.Rest.History =
        [
            MessageAt(Snowflake.At(at), ModerationRig.Victim) with { Content = "see http://example.org" },
            MessageAt(Snowflake.At(at.AddSeconds(1)), ModerationRig.Victim) with { Content = "Free Nitro!" },
            MessageAt(Snowflake.At(at.AddSeconds(2)), ModerationRig.Other) with { Content = "free nitro https://example.org" },
            MessageAt(Snowflake.At(at.AddSeconds(3)), new User { Id = new Snowflake(8), Username = "robot", Bot = true }),
            MessageAt(Snowflake.At(at.AddSeconds(4)), ModerationRig.Other) with { Attachments = [new Attachment { Id = new Snowflake(1), Filename = "a.png" }] },
        ];

        (await AskAsync(line, Snowflake.At(_bot.Time.GetUtcNow()))).ShouldBe($"Deleted: {deleted}.");

        Deleted().Count.ShouldBe(deleted);
    }

    [Fact]
    public async Task Clean_PinnedAndTooOldOnes_StayAndAreCounted()
    {
        var pinned = Said(TimeSpan.FromHours(1), 2).Select(message => message with { Pinned = true });
        _bot.Rest.History = [.. pinned, .. Said(TimeSpan.FromHours(2), 1), .. Said(TimeSpan.FromDays(15), 4)];

        (await AskAsync("+clean 50", Snowflake.At(_bot.Time.GetUtcNow()))).ShouldBe(
            "Deleted: 1.\nPinned, so I left them: 2.\nOlder than 14 days, which Discord does not let me delete together: 4.");

        _bot.Count("bulk-delete").ShouldBe(0, "one is deleted by itself");
        Deleted().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(101, new[] { 100, 1 })]
    [InlineData(250, new[] { 100, 100, 50 })]
    public async Task Clean_Many_GoesInBatchesThatDiscordTakes(int amount, int[] batches)
    {
        _bot.Rest.History = Said(TimeSpan.FromHours(1), 400);

        (await AskAsync($"+clean {amount}", Snowflake.At(_bot.Time.GetUtcNow()))).ShouldBe($"Deleted: {amount}.");

        _bot.Rest.Calls.Where(call => call.Name is "bulk-delete" or "delete").Select(call => call.Name == "delete" ? 1 : call.Ids.Count).ShouldBe(batches);
    }

    [Fact]
    public async Task Clean_DiscordStopsIt_SaysHowFarItCame()
    {
        _bot.Rest.History = Said(TimeSpan.FromHours(1), 400);
        var batches = 0;
        _bot.Rest.Answer = call => call.Name == "bulk-delete" && ++batches == 2
            ? throw RecordingRest.Refusal(DiscordErrorCodes.MissingPermissions)
            : Task.CompletedTask;

        (await AskAsync("+clean 250", Snowflake.At(_bot.Time.GetUtcNow()))).ShouldBe("Deleted: 100.\nDiscord stopped me then: `refused by the test`.");
    }

    [Theory]
    [InlineData("+clean contains")]
    [InlineData("+clean something else")]
    public async Task Clean_FilterIsHalf_AsksForTheRest(string line)
    {
        (await _bot.AskAsync(line)).ShouldNotContain("Deleted");

        _bot.Count("messages-before").ShouldBe(0);
    }

    [Fact]
    public void Selection_AtTheEdgeOfFourteenDays_LeavesRoomForTheRequest()
    {
        var now = _bot.Time.GetUtcNow();
        var request = new CleanRequest(TestGuild.General, Snowflake.At(now), 10, null, CleanKind.All, null, "");
        var selection = new CleanSelection(request, now);

        selection.Add(
        [
            MessageAt(Snowflake.At(now - CleanSelection.Youth + TimeSpan.FromSeconds(1)), ModerationRig.Other),
            MessageAt(Snowflake.At(now - CleanSelection.Youth), ModerationRig.Other),
        ]);

        (selection.Chosen.Count, selection.TooOld, selection.IsFull).ShouldBe((1, 1, true));
    }

    private List<Message> Said(TimeSpan ago, int times) =>
        [.. Enumerable.Range(0, times).Select(i => MessageAt(Snowflake.At(_bot.Time.GetUtcNow() - ago - TimeSpan.FromSeconds(i)), ModerationRig.Other))];

    private static Message MessageAt(Snowflake id, User author) =>
        new() { Id = id, ChannelId = TestGuild.General, Author = author, Content = "hello" };

    private List<Snowflake> Deleted() =>
        [.. _bot.Rest.Calls.Where(call => call.Name is "bulk-delete" or "delete").SelectMany(call => call.Name == "delete" ? [call.Target] : call.Ids)];

    private async Task<string> AskAsync(string line, Snowflake command)
    {
        await _bot.Rig.HandleAsync(_bot.Rig.MessageOf(line, TestGuild.Moderator) with { Id = command });
        await _bot.Rig.Runner.WhenIdleAsync();
        return ModerationRig.AnswerIn(_bot.Rest.Calls);
    }
}
