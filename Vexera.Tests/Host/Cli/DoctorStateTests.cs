using Microsoft.Extensions.Time.Testing;
using Vexera.Host.Cli;
using Vexera.Host.Doctor;
using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

/// <summary>What <c>vexera doctor</c> finds when things are not as they should be.</summary>
public sealed class DoctorStateTests
{
    [Fact]
    public async Task Doctor_IntentsPermissionsAndIdentifiesLacking_SaysHowToMendEach()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        await bot.ControlAsync("sandbox/application", new { messageContent = false, members = false });
        await bot.ControlAsync("sandbox/faults", new { kind = "session-budget", remaining = 3, resetAfterMs = 3_600_000 });
        var role = bot.Guild.Roles.Values.Single(one => one.Name == DemoWorld.BotName);
        bot.World.Roles.Update(bot.Guild.Id, role.Id, new Vexera.Sandbox.World.Model.Actor(BotOnSandbox.Owner), one => one with { Permissions = 0 });
        bot.World.Roles.Update(bot.Guild.Id, bot.Guild.Id, new Vexera.Sandbox.World.Model.Actor(BotOnSandbox.Owner), one => one with { Permissions = 0 });

        var (exitCode, output) = await DoctorAsync(bot);

        exitCode.ShouldBe(77, output);
        output.ShouldContain("wrong   Intents");
        output.ShouldContain("switch on Server Members Intent, Message Content Intent");
        output.ShouldContain("a mute is not put on again when somebody comes back; prefix commands stay quiet");
        output.ShouldContain("wrong   Permissions");
        output.ShouldContain(bot.Guild.Name);
        output.ShouldContain("wrong   Shards");
        output.ShouldContain("3 of 1000 identifies left");
        output.ShouldContain("right   Token");
    }

    [Fact]
    public async Task Doctor_BotRunsAndGatewayRefuses_SaysBoth()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        await bot.ControlAsync("sandbox/faults", new { kind = "refuse-upgrade", count = 100 });

        var (exitCode, output) = await DoctorAsync(bot);

        exitCode.ShouldBe(69, output);
        output.ShouldContain("right   Storage");
        output.ShouldContain("is in use by a Vexera that is running");
        output.ShouldContain("wrong   Gateway");
        output.ShouldContain("lets outgoing WebSockets (wss) pass");
    }

    [Fact]
    public async Task Doctor_BotInNoGuild_GivesTheInvite()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false, guilds: 0);

        var (exitCode, output) = await DoctorAsync(bot);

        exitCode.ShouldBe(0, output);
        output.ShouldContain($"https://discord.com/oauth2/authorize?client_id={DemoWorld.BotId}");
    }

    [Fact]
    public async Task ExamineAsync_DiscordTakesTheConnectionAndSaysNothing_IsUnreachable()
    {
        var time = new FakeTimeProvider();
        var silent = new Examination(needsDiscord: true, cancellationToken => new TaskCompletionSource<Finding>().Task.WaitAsync(cancellationToken));
        var next = new Examination(needsDiscord: true, _ => Task.FromResult(Finding.Right("never asked")));
        var findings = new DoctorOffice([silent, next], time).ExamineAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        var first = findings.MoveNextAsync();
        time.Advance(TimeSpan.FromSeconds(20));
        (await first).ShouldBeTrue();
        findings.Current.Finding.ShouldSatisfyAllConditions(
            finding => finding.Verdict.ShouldBe(Verdict.Wrong),
            finding => finding.ExitCode.ShouldBe(ExitCode.Unreachable),
            finding => finding.Seen.ShouldBe("no answer within 20 seconds"));
        (await findings.MoveNextAsync()).ShouldBeTrue();
        findings.Current.Finding.Verdict.ShouldBe(Verdict.Unknown);
        await findings.DisposeAsync();
    }

    [Fact]
    public async Task ExamineAsync_OneCheckThrows_TheOthersGoOn()
    {
        var failing = new Examination(needsDiscord: false, _ => throw new IOException("odd"));
        var next = new Examination(needsDiscord: true, _ => Task.FromResult(Finding.Right("fine")));

        var findings = await new DoctorOffice([failing, next], new FakeTimeProvider()).ExamineAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        findings.Select(finding => finding.Finding.Seen).ShouldBe(["odd", "fine"]);
    }

    [Fact]
    public void Report_OnATerminal_IsATable()
    {
        using var output = new StringWriter();
        var report = DoctorReport.To(new Terminal(output, TextWriter.Null, IsInteractive: true));

        report.Add("Token", Finding.Wrong(77, "refused [by] Discord", "Reset Token"));
        report.Close();

        output.ToString().ShouldSatisfyAllConditions(
            text => text.ShouldContain("│"),
            text => text.ShouldContain("refused [by] Discord"),
            text => text.ShouldContain("Reset Token"));
    }

    private static async Task<(int ExitCode, string Output)> DoctorAsync(BotOnSandbox bot)
    {
        await using var process = bot.Start("doctor");
        return (await process.WaitForExitAsync(), process.Out + process.Error);
    }

    private sealed class Examination(bool needsDiscord, Func<CancellationToken, Task<Finding>> examine) : IExamination
    {
        public string Subject => "test";

        public bool NeedsDiscord => needsDiscord;

        public Task<Finding> ExamineAsync(CancellationToken cancellationToken) => examine(cancellationToken);
    }
}
