using System.Net;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.ModLog;
using Vexera.Core.Rest;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation.ModLog;

/// <summary>What the mod log shows, and that nothing in it is in anybody's way.</summary>
public abstract class ModLogContract : ModerationContract
{
    private static readonly Snowflake Log = TestGuild.Silent;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private ModLogWorker Worker => Bot.Rig.Get<ModLogWorker>();

    private IEnumerable<RestCall> Shown => Bot.Rest.Calls.Where(call => (call.Name == "create" && call.Target == Log) || call.Name == "edit");

    private IEnumerable<RestCall> Posted => Shown.Where(call => call.Name == "create");

    [Fact]
    public async Task Case_New_IsShownWithANonce()
    {
        await BeginAsync();

        await Bot.AskAsync("+ban <@3> 10m spam");
        await ShowAsync();

        var call = Shown.ShouldHaveSingleItem();
        TextOf(call).ShouldStartWith("**Case 1**: ban, `member (3)`");
        TextOf(call).ShouldContain("Reason: spam");
        (call.Message!.Nonce, call.Message.EnforceNonce).ShouldBe(("ca.1", true));
        call.Message.AllowedMentions.Parse.ShouldBeEmpty();
        (await Bot.CaseAsync(1))!.LogChannelId.ShouldBe(Log);
    }

    [Fact]
    public async Task Case_ChangedAndClosedAndDeleted_IsFollowedByItsMessage()
    {
        await BeginAsync();
        await Bot.AskAsync("+ban <@3> 10m spam");
        await ShowAsync();
        var message = (await Bot.CaseAsync(1))!.LogMessageId.ShouldNotBeNull();

        await Bot.AskAsync("+reason 1 raid");
        await ShowAsync();
        TextOf(Shown.Last()).ShouldContain("Reason: raid");
        await Bot.AdvanceAsync(TimeSpan.FromMinutes(11));
        await ShowAsync();
        TextOf(Shown.Last()).ShouldContain("Its time was over");
        await Bot.AskAsync("+deletecase 1", TestGuild.Owner);
        await ShowAsync();
        TextOf(Shown.Last()).ShouldContain("Case 1 was deleted by <@1>");

        Posted.ShouldHaveSingleItem();
        Shown.Where(call => call.Name == "edit").ShouldAllBe(call => call.Target == message);
    }

    [Fact]
    public async Task Cases_AThousandAtOnce_AreShownInOrderInFewMessages()
    {
        await BeginAsync(work: false);
        for (var i = 0; i < 1_000; i++)
            await RecordAsync(new string('x', 500));

        await Worker.StartAsync(Patience);
        await ShowAsync();

        Posted.Count().ShouldBe(100);
        Posted.SelectMany(call => call.Message!.Embeds!).Select(NumberIn).ShouldBe(Enumerable.Range(1, 1_000));
        Posted.ShouldAllBe(call => call.Message!.Embeds!.Sum(embed => embed.Description!.Length) <= 6_000);
    }

    [Fact]
    public async Task Case_OfAMessageOfSeveral_IsEditedWithTheOthers()
    {
        await BeginAsync(work: false);
        for (var i = 0; i < 3; i++)
            await RecordAsync("spam");
        await Worker.StartAsync(Patience);
        await ShowAsync();

        await Bot.AskAsync("+reason 2 raid");
        await ShowAsync();

        var edit = Shown.Last();
        edit.Name.ShouldBe("edit");
        edit.Message!.Embeds!.Select(embed => embed.Description!.Contains("raid", StringComparison.Ordinal)).ShouldBe([false, true, false]);
    }

    [Fact]
    public async Task Kill_BetweenPostAndNote_PostsTheSameCasesUnderTheSameNonce()
    {
        await BeginAsync(work: false);
        await RecordAsync("one");
        await RecordAsync("two");
        Bot.Rest.Answer = call =>
        {
            if (call.Target == Log)
                Bot.Trouble.WriteFailure = TroubledDatabase.Full;
            return Task.CompletedTask;
        };
        await Worker.StartAsync(Patience);
        await Eventually.UntilAsync(() => Posted.Any());
        await Eventually.UntilAsync(() => Bot.Rig.Get<ModLogQueue>().IsIdle);
        await Worker.StopAsync(Patience);
        await RestartAsync();
        await RecordAsync("three");

        await Worker.StartAsync(Patience);
        await ShowAsync();

        var posted = Posted.ToList();
        posted.Select(call => call.Message!.Nonce).ShouldBe(["ca.1", "ca.1", "ca.3"]);
        posted.Select(call => call.Message!.Embeds!.Count).ShouldBe([2, 2, 1]);
    }

    [Fact]
    public async Task Discord_Down_HoldsNoActionUpAndIsShownLater()
    {
        await BeginAsync();
        Bot.Rest.Answer = call => call.Target == Log ? throw new DiscordUnreachableException("POST", "no answer") : Task.CompletedTask;

        (await Bot.AskAsync("+warn <@3> spam")).ShouldBe("`member` has a warning now: case 1.");
        await ShowAsync();
        await LaterAsync(ModLogWorker.Pause);

        Posted.Count().ShouldBeGreaterThan(1);
        Posted.ShouldAllBe(call => call.Message!.Nonce == "ca.1");
        (await Bot.CaseAsync(1))!.LogMessageId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Channel_BotMayNotWrite_IsTriedAgainAndStaysOn()
    {
        await BeginAsync();
        Bot.Rest.Answer = call => call.Target == Log ? throw RecordingRest.Refusal(DiscordErrorCodes.MissingPermissions) : Task.CompletedTask;

        (await Bot.AskAsync("+warn <@3> spam")).ShouldBe("`member` has a warning now: case 1.");
        await ShowAsync();
        await LaterAsync(ModLogPoster.NotAllowedPause);

        (await Bot.CaseAsync(1))!.LogMessageId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Channel_GoneWhenPosting_SwitchesOffWithANotice()
    {
        await BeginAsync();
        Bot.Rest.Answer = call => call.Target == Log ? throw RecordingRest.Refusal(DiscordErrorCodes.UnknownChannel, HttpStatusCode.NotFound) : Task.CompletedTask;

        await Bot.AskAsync("+warn <@3> spam");
        await ShowAsync();

        Bot.Rest.Calls.Single(call => call.Message?.Nonce == "m21").Target.ShouldBe(TestGuild.General);
        (await Bot.AskAsync("+modlog")).ShouldStartWith("The mod log is off.");
        await Bot.AskAsync("+warn <@3> spam");
        await ShowAsync();
        Posted.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Channel_Deleted_SwitchesOffWithANoticeOnce()
    {
        await BeginAsync();

        await DeleteAsync(Log);
        await DeleteAsync(Log);
        await DeleteAsync(TestGuild.General);

        var notice = Bot.Rest.Calls.Where(call => call.Message?.Nonce == "m21").ShouldHaveSingleItem();
        notice.Message!.Content.ShouldBe("The mod log channel of `Test` was deleted, so the mod log is off. With `/modlog` you can choose another channel.");
        (await Bot.AskAsync("+modlog")).ShouldStartWith("The mod log is off.");
    }

    [Fact]
    public async Task Message_DeletedByHand_IsLetBe()
    {
        await BeginAsync();
        await Bot.AskAsync("+warn <@3> spam");
        await ShowAsync();
        Bot.Rest.Answer = call => call.Name == "edit" ? throw RecordingRest.Refusal(DiscordErrorCodes.UnknownMessage, HttpStatusCode.NotFound) : Task.CompletedTask;

        await Bot.AskAsync("+reason 1 raid");
        await ShowAsync();
        await Bot.AskAsync("+warn <@3> more");
        await ShowAsync();

        Shown.Select(call => call.Name).ShouldBe(["create", "edit", "create"]);
    }

    [Fact]
    public async Task Case_GuildSpeaksFrench_IsShownInFrench()
    {
        await BeginAsync();
        await Bot.AskAsync("+locale fr", TestGuild.Owner);

        await Bot.AskAsync("+warn <@3> spam");
        await ShowAsync();

        TextOf(Posted.Single()).ShouldContain("Raison");
    }

    [Fact]
    public async Task Ban_ThatMayNotBeLifted_IsToldOnce()
    {
        await BeginAsync();
        await Bot.AskAsync("+ban <@3> 10m spam");
        await ShowAsync();
        Bot.Rest.Answer = call => call.Name == "unban" ? throw RecordingRest.Refusal(DiscordErrorCodes.MissingPermissions) : Task.CompletedTask;

        for (var i = 0; i < 5; i++)
            await Bot.AdvanceAsync(TimeSpan.FromHours(1));
        await ShowAsync();

        Bot.Count("unban").ShouldBeGreaterThan(1);
        Posted.Count(call => call.Message!.Nonce == "sa.1").ShouldBe(1);
        Posted.Last().Message!.Content.ShouldStartWith("The ban of case 1 (`member`) is over, but I may not lift it");
    }

    [Fact]
    public async Task ModLog_SwitchedOnLater_BeginsWithTheNextCase()
    {
        await Bot.AskAsync("+warn <@3> before");
        await BeginAsync();
        await ShowAsync();
        Posted.ShouldBeEmpty();

        await Bot.AskAsync("+warn <@3> after");
        await ShowAsync();
        (await Bot.AskAsync("+modlog disable", TestGuild.Owner)).ShouldBe("The mod log is off now. What it showed stays.");
        await Bot.AskAsync("+warn <@3> off");
        await ShowAsync();

        NumberIn(Posted.ShouldHaveSingleItem().Message!.Embeds![0]).ShouldBe(2);
    }

    [Fact]
    public async Task ModLog_AThread_IsRefused()
    {
        (await Bot.AskAsync("+modlog <#22>", TestGuild.Owner)).ShouldContain("a text or announcement channel");
        (await Bot.AskAsync("+modlog", TestGuild.Owner)).ShouldBe("The mod log is off. Choose a channel for it, for example `+modlog #mod-log`.");
    }

    [Fact]
    public async Task ModLog_BotMayNotWriteThere_NamesWhatIsMissing()
    {
        Bot.Rig.Guilds.Set(TestGuild.State);

        (await Bot.AskAsync("+modlog <#21>", TestGuild.Owner)).ShouldBe("I cannot show cases in <#21> yet: I need **Send Messages**, **Embed Links** there.");
    }

    public new async ValueTask DisposeAsync()
    {
        await Worker.StopAsync(new CancellationToken(true));
        await base.DisposeAsync();
    }

    private async Task BeginAsync(bool work = true)
    {
        (await Bot.AskAsync("+modlog <#21>", TestGuild.Owner)).ShouldBe("From now on every case is shown in <#21>.");
        if (work)
            await Worker.StartAsync(Patience);
    }

    // Until all is shown that can be now.
    private Task ShowAsync() => Eventually.UntilAsync(() => Bot.Rig.Get<ModLogQueue>().IsIdle);

    // Discord takes everything again; time passes until it is asked.
    private async Task LaterAsync(TimeSpan wait)
    {
        var before = Posted.Count();
        Bot.Rest.Answer = _ => Task.CompletedTask;
        Bot.Time.Advance(wait);
        await Eventually.UntilAsync(() => Posted.Count() > before);
        await ShowAsync();
    }

    private Task<CaseRecord> RecordAsync(string reason) => Bot.Rig.Get<CaseLedger>().RecordAsync(
        new CaseDraft
        {
            GuildId = TestGuild.Id,
            Type = CaseType.Kick,
            TargetId = ModerationRig.Victim.Id,
            TargetName = "member",
            ModeratorId = TestGuild.Moderator.Id,
            ModeratorName = "moderator",
            Reason = reason,
        },
        Patience);

    private async Task DeleteAsync(Snowflake channel)
    {
        var gone = new ChannelDeleteEvent(new Channel { Id = channel, GuildId = TestGuild.Id, Type = ChannelType.GuildText });
        var context = new EventContext<ChannelDeleteEvent>(gone, Bot.Rig.Origin(), TestGuild.Id, TestGuild.State, TestGuild.State);
        foreach (var handler in Bot.Rig.All<IEventHandler<ChannelDeleteEvent>>())
            await handler.HandleAsync(context, Patience);
    }

    private static string TextOf(RestCall call) => call.Message!.Embeds!.ShouldHaveSingleItem().Description!;

    private static int NumberIn(Embed embed) => int.Parse(embed.Description!.Split("**")[1].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class SqliteModLogTests : ModLogContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);
}

public sealed class PostgresModLogTests : ModLogContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewPostgresAsync(time);
}
