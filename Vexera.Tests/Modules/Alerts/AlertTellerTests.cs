using System.Net;
using Dapper;
using Vexera.Core.Modules.Alerts;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Rest;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Alerts;

/// <summary>What is told in the channel and by the webhook, and what becomes of it when Discord does not take it.</summary>
public sealed class AlertTellerTests
{
    private const string Webhook = "http://127.0.0.1:1/api/v10/webhooks/77/hook-token";
    private const ulong Channel = 66;

    [Fact]
    public async Task Alert_FiresAndIsResolved_IsOneMessageThatIsEdited()
    {
        await using var rig = Create();
        var cpu = Alert(rig, "Cpu");
        rig.Alerts.Put([cpu]);
        await TellAsync(rig);

        var post = rig.Rest.Calls.ShouldHaveSingleItem();
        (post.Name, post.Target.Value).ShouldBe(("create", Channel));
        post.Message!.Content!.ShouldStartWith("🟠 **Processor**: text of Cpu Since <t:");
        post.Message.AllowedMentions.Users.ShouldBeNull();
        post.Message.AllowedMentions.Parse.ShouldBeEmpty();
        post.Message.EnforceNonce.ShouldBe(true);
        post.Message.Nonce!.Length.ShouldBeInRange(10, 25);

        await TellAsync(rig);
        rig.Rest.Calls.Count.ShouldBe(1);

        rig.Alerts.Put([cpu with { ResolvedAt = rig.Time.GetUtcNow() }]);
        await TellAsync(rig);
        await TellAsync(rig);

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["create", "edit"]);
        rig.Rest.Calls[1].Message!.Content!.ShouldStartWith("✅ **Processor** is well again");
        (await RowsAsync(rig)).ShouldBe(0);
    }

    [Theory]
    [InlineData("fr", "🟠 **Processeur**\u00a0: Le bot utilise 95 % du temps de processeur dont il dispose, plus que 85 %. Depuis <t:")]
    [InlineData("de", "🟠 **Prozessor**: Der Bot verbraucht 95 % der Prozessorzeit, die er haben darf, mehr als 85 %. Seit <t:")]
    public async Task Alert_BotHasAnotherLanguage_IsToldInIt(string language, string text)
    {
        await using var rig = Create(more: ("Commands:Language", language));
        rig.Alerts.Put([Alert(rig, "Cpu") with { Value = 0.95, Threshold = 0.85 }]);

        await TellAsync(rig);

        rig.Rest.Calls.ShouldHaveSingleItem().Message!.Content!.ShouldStartWith(text);
    }

    [Fact]
    public async Task Alerts_BeginTogether_AreOneMessageUntilAllAreOver()
    {
        await using var rig = Create();
        Alert[] alerts = [Alert(rig, "Cpu"), Alert(rig, "Memory", AlertSeverity.Critical)];
        rig.Alerts.Put(alerts);
        await TellAsync(rig);
        (await RowsAsync(rig)).ShouldBe(2);

        rig.Alerts.Put([alerts[0] with { ResolvedAt = rig.Time.GetUtcNow() }]);
        await TellAsync(rig);

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["create", "edit"]);
        rig.Rest.Calls[0].Message!.Content!.Split('\n').Length.ShouldBe(2);
        rig.Rest.Calls[1].Message!.Content!.Split('\n').Select(line => line[..1]).ShouldBe(["\ud83d", "✅"], ignoreOrder: true);
        (await RowsAsync(rig)).ShouldBe(2);

        rig.Alerts.Put([alerts[1] with { ResolvedAt = rig.Time.GetUtcNow() }]);
        await TellAsync(rig);
        (await RowsAsync(rig)).ShouldBe(0);
    }

    [Fact]
    public async Task Alert_OfAnEarlierProcess_IsNotToldAgainButItsMessageIsEdited()
    {
        await using var first = Create();
        var cpu = Alert(first, "Cpu");
        first.Alerts.Put([cpu]);
        await TellAsync(first);

        await using var second = Create(first);
        second.Alerts.Put([cpu]);
        await TellAsync(second);
        second.Rest.Calls.Count.ShouldBe(1);

        second.Alerts.Put([cpu with { ResolvedAt = second.Time.GetUtcNow() }]);
        await TellAsync(second);

        second.Rest.Calls.Select(call => call.Name).ShouldBe(["create", "edit"]);
    }

    [Fact]
    public async Task Webhook_Set_IsToldTooAndItsAddressIsNeverLogged()
    {
        await using var rig = Create(more: ("Alerts:WebhookUrl", Webhook));
        rig.Rest.Answer = call => call.Name == "execute" && rig.Rest.Calls.Count < 4 ? throw new DiscordUnreachableException("POST", "no connection") : Task.CompletedTask;
        var cpu = Alert(rig, "Cpu");
        rig.Alerts.Put([cpu]);
        await UntilAsync(rig, () => rig.Rest.Calls.Count(call => call.Name == "execute") == 3);
        rig.Alerts.Put([cpu with { ResolvedAt = rig.Time.GetUtcNow() }]);
        await UntilAsync(rig, () => rig.Rest.Calls.Any(call => call.Name == "edit-webhook"));

        rig.Rest.Calls.Where(call => call.Name == "execute").ShouldAllBe(call => call.Target.Value == 77);
        rig.Rest.Calls.Count(call => call.Name == "create").ShouldBe(1);
        rig.Log.Lines.ShouldContain(line => line.EventId == 10200);
        rig.Log.Lines.ShouldAllBe(line => !line.Text.Contains("hook-token"));
    }

    [Fact]
    public async Task Critical_PeopleNamed_PingsThemAndNobodyElseAndOnlyInTheNewMessage()
    {
        await using var rig = Create(more: ("Alerts:MentionUsers:0", "123"));
        var memory = Alert(rig, "Memory", AlertSeverity.Critical);
        rig.Alerts.Put([memory]);
        await TellAsync(rig);
        rig.Alerts.Put([memory with { ResolvedAt = rig.Time.GetUtcNow() }, Alert(rig, "Cpu")]);
        await TellAsync(rig);

        rig.Rest.Calls[0].Message!.Content!.ShouldStartWith("<@123>\n");
        rig.Rest.Calls[0].Message!.AllowedMentions.Users!.Select(user => user.Value).ShouldBe([123UL]);
        rig.Rest.Calls.Count.ShouldBe(3);
        rig.Rest.Calls.Skip(1).ShouldAllBe(call => call.Message!.AllowedMentions.Users == null && !call.Message.Content!.Contains("<@"));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, 10003)]
    [InlineData(HttpStatusCode.Forbidden, 50013)]
    [InlineData(HttpStatusCode.Unauthorized, 50027)]
    public async Task Place_Refuses_IsAskedOnceInTenMinutesAndLoggedOnceInThem(HttpStatusCode status, int code)
    {
        await using var rig = Create();
        rig.Rest.Answer = _ => throw RecordingRest.Refusal(code, status);
        rig.Alerts.Put([Alert(rig, "Cpu")]);

        for (var i = 0; i < 240; i++)
            await TellAsync(rig);

        rig.Rest.Calls.Count.ShouldBeInRange(2, 3);
        rig.Log.Lines.Count(line => line.EventId == 10200).ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task Discord_FailsForAWhile_IsTriedEverMoreSlowlyAndToldInTheEnd()
    {
        await using var rig = Create();
        rig.Rest.Answer = _ => throw RecordingRest.Refusal(0, HttpStatusCode.BadGateway);
        var cpu = Alert(rig, "Cpu");
        rig.Alerts.Put([cpu]);
        for (var i = 0; i < 120; i++)
            await TellAsync(rig);
        rig.Rest.Calls.Count.ShouldBeInRange(3, 7);

        // It is over before it could be told of; it is told all the same, in one message.
        rig.Alerts.Put([cpu with { ResolvedAt = rig.Time.GetUtcNow() }]);
        rig.Rest.Answer = _ => Task.CompletedTask;
        var before = rig.Rest.Calls.Count;
        await UntilAsync(rig, () => rig.Rest.Calls.Count > before);
        await TellAsync(rig);

        rig.Rest.Calls.Count.ShouldBe(before + 1);
        rig.Rest.Calls[^1].Message!.Content!.ShouldStartWith("✅");
    }

    [Fact]
    public async Task Message_DeletedMeanwhile_ItsEndIsToldInANewOne()
    {
        await using var rig = Create();
        var cpu = Alert(rig, "Cpu");
        rig.Alerts.Put([cpu]);
        await TellAsync(rig);
        rig.Rest.Answer = call => call.Name == "edit" ? throw RecordingRest.Refusal(10008, HttpStatusCode.NotFound) : Task.CompletedTask;

        rig.Alerts.Put([cpu with { ResolvedAt = rig.Time.GetUtcNow() }]);
        for (var i = 0; i < 4; i++)
            await TellAsync(rig);

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["create", "edit", "create"]);
        rig.Rest.Calls[2].Message!.Content!.ShouldStartWith("✅");
    }

    [Fact]
    public async Task Alerts_ManyOneAfterTheOther_AreNeverAStorm()
    {
        await using var rig = Create();
        for (var i = 0; i < 600; i++)
        {
            var alert = Alert(rig, "Cpu");
            rig.Alerts.Put([alert]);
            await TellAsync(rig);
            rig.Alerts.Put([alert with { ResolvedAt = rig.Time.GetUtcNow() }]);
            await TellAsync(rig);
        }

        // 100 minutes.
        rig.Rest.Calls.Count(call => call.Name == "create").ShouldBeInRange(1, 11 * PlaceTeller.MostPosts);
        rig.Rest.Calls.ShouldAllBe(call => call.Message!.Content!.Length <= 2_000);
    }

    [Fact]
    public async Task Module_Off_TellsNothing()
    {
        await using var rig = Create(more: ("Modules:Alerts:Enabled", "false"));
        rig.Alerts.Put([Alert(rig, "Cpu")]);

        await TellAsync(rig);

        rig.Rest.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Database_InTrouble_IsToldAllTheSame()
    {
        await using var rig = Create();
        (rig.Trouble.ReadFailure, rig.Trouble.WriteFailure) = (TroubledDatabase.Full, TroubledDatabase.Full);
        var storage = Alert(rig, "StorageLag", AlertSeverity.Critical);
        rig.Alerts.Put([storage]);
        await TellAsync(rig);
        rig.Alerts.Put([storage with { ResolvedAt = rig.Time.GetUtcNow() }]);
        await TellAsync(rig);

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["create", "edit"]);
    }

    [Fact]
    public void Notice_AsManyAsFit_FitsIntoAMessage()
    {
        var at = DateTimeOffset.UnixEpoch;
        var alerts = Enumerable.Range(0, AlertNotice.Most)
            .Select(i => new Alert("MemoryGrowth", AlertSeverity.Critical, at, at, 1, 1, new string('x', 220))).ToList();

        AlertNotice.New(alerts, [.. Enumerable.Range(1, 40).Select(id => new Core.Discord.Snowflake((ulong)id << 40))], System.Globalization.CultureInfo.InvariantCulture).Content!.Length.ShouldBeLessThanOrEqualTo(2_000);
    }

    [Theory]
    [InlineData("ShardsNotReady", "Some servers get no answers at the moment.")]
    [InlineData("DnsBusy", "Something does not work as it should.")]
    public void Draft_OfAnAlert_TellsUsersWhatTheyFeelAndNoFigures(string rule, string expected)
    {
        var at = DateTimeOffset.UnixEpoch.AddSeconds(1_000);

        var draft = IncidentDraft.Of(new Alert(rule, AlertSeverity.Critical, at, null, 0.42, 0.1, "42 %"));
        var over = IncidentDraft.Of(new Alert(rule, AlertSeverity.Critical, at, at.AddMinutes(1), 0.42, 0.1, "42 %"));

        draft.Text.ShouldBe($"{expected} This began at <t:1000:t>. We are looking into it and will tell more here.");
        over.Text.ShouldBe($"{expected} This began at <t:1000:t> and is over now.");
        draft.Title.ShouldBe("Trouble with the bot");
    }

    private static CommandRig Create(CommandRig? before = null, (string Path, string? Value)? more = null) => new(
        services => services.AddSettingsForAlerts(),
        before,
        [("Alerts:ChannelId", "66"), .. more is { } setting ? [setting] : Array.Empty<(string, string?)>()]);

    private static Alert Alert(CommandRig rig, string rule, AlertSeverity severity = AlertSeverity.Warning) =>
        new(rule, severity, rig.Time.GetUtcNow(), null, 1, 1, $"text of {rule}");

    // What the service does at each of its intervals.
    private static async Task TellAsync(CommandRig rig)
    {
        rig.Time.Advance(AlertTeller.Interval);
        await rig.Get<AlertTeller>().TellAsync(TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(CommandRig rig, Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
            await TellAsync(rig);
        condition().ShouldBeTrue();
    }

    private static async Task<long> RowsAsync(CommandRig rig)
    {
        await using var connection = await rig.Database.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM alert_messages");
    }
}
