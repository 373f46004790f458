using Vexera.Host.Cli;
using Vexera.Sandbox;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

/// <summary><c>vexera announce</c> without a running bot, against the sandbox.</summary>
public sealed class AnnounceCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Announce_ChannelSet_PostsAndPublishesAndGives0()
    {
        await using var sandbox = await SandboxAsync();
        var channel = Announcements(sandbox);

        var (exitCode, output, error) = await AnnounceAsync(sandbox, channel, ["Maintenance on Sunday"]);

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldBe($"Posted in #{channel.Id} and published to the servers that follow it.{Environment.NewLine}");
        var message = Messages(sandbox, channel).ShouldHaveSingleItem();
        message.Content.ShouldBe("Maintenance on Sunday");
        message.Flags.ShouldBe(MessageFlags.Crossposted);
    }

    [Fact]
    public async Task Incident_OpenedUpdatedAndResolvedByThreeProcesses_IsOneMessage()
    {
        await using var sandbox = await SandboxAsync();
        var channel = Announcements(sandbox);

        await FineAsync(sandbox, channel, "--incident", "open", "Slow answers");
        await FineAsync(sandbox, channel, "--incident", "update", "Found it");
        await FineAsync(sandbox, channel, "--incident", "resolve");

        var message = Messages(sandbox, channel).ShouldHaveSingleItem();
        message.Content.ShouldStartWith("✅ **Incident**");
        message.Content.Split('\n').Length.ShouldBe(4);
        message.Flags.ShouldBe(MessageFlags.Crossposted);
    }

    [Fact]
    public async Task Announce_ElevenInAnHour_SaysWhenAndThatABotIsNeeded()
    {
        await using var sandbox = await SandboxAsync();
        var channel = Announcements(sandbox);
        for (var i = 0; i < 10; i++)
            await FineAsync(sandbox, channel, $"News {i}");

        var (exitCode, output, _) = await AnnounceAsync(sandbox, channel, ["News 10"]);

        exitCode.ShouldBe(0);
        output.ShouldContain("Discord lets a channel publish 10 messages an hour; it will be published");
        output.ShouldContain("No bot runs now; the next one sends what waits.");
        Messages(sandbox, channel).Count(message => message.Flags.HasFlag(MessageFlags.Crossposted)).ShouldBe(10);
    }

    [Fact]
    public async Task Announce_NoChannelSet_Gives78AndNamesTheSetting()
    {
        await using var sandbox = await SandboxAsync();

        var (exitCode, _, error) = await AnnounceAsync(sandbox, null, ["News"]);

        exitCode.ShouldBe(78);
        error.ShouldStartWith("error: Not posted: no announcement channel is set. Put its id into `Modules:Announcements:ChannelId`");
    }

    [Fact]
    public async Task Announce_ChannelOfAnotherKind_Gives78AndSaysSo()
    {
        await using var sandbox = await SandboxAsync();
        var general = DemoChannels(sandbox).First(one => one.Name == "general");

        var (exitCode, _, error) = await AnnounceAsync(sandbox, general, ["News"]);

        exitCode.ShouldBe(78);
        error.ShouldContain($"#{general.Id} is no announcement channel.");
        Messages(sandbox, general).ShouldBeEmpty();
    }

    [Fact]
    public async Task Announce_TokenRefused_Gives77()
    {
        await using var sandbox = await SandboxAsync();

        var (exitCode, _, error) = await AnnounceAsync(sandbox, Announcements(sandbox), ["News", "--set", "Discord:Token=not.the.token"]);

        exitCode.ShouldBe(77);
        error.ShouldContain("Discord refuses my token");
        error.ShouldNotContain("not.the.token");
    }

    [Fact]
    public async Task Announce_DiscordDown_Gives69KeepsItAndTheNextProcessCanTell()
    {
        await using var sandbox = await SandboxAsync();
        var channel = Announcements(sandbox);

        var (exitCode, output, error) = await AnnounceAsync(
            sandbox, channel, ["News", "--set", "Discord:ApiBaseUrl=http://127.0.0.1:1/api/v10", "--set", "Rest:MaxAttempts=1"]);

        exitCode.ShouldBe(69);
        error.ShouldContain("Not posted: Discord does not answer. I keep it");
        output.ShouldContain("No bot runs now");
    }

    [Theory]
    [InlineData("error: there is nothing to say. Give a TEXT of 1 to 2,000 characters")]
    [InlineData("error: there is nothing to say.", "")]
    [InlineData("error: there is nothing to say.", "--incident", "open")]
    [InlineData("error: --incident wants open, update or resolve; 'begin' is none of them.", "--incident", "begin", "News")]
    [InlineData("error: No incident is open.", "--incident", "update", "News")]
    public async Task Announce_WrongUsage_Gives64AndSaysWhatIsAllowed(string complaint, params string[] arguments)
    {
        await using var sandbox = await SandboxAsync();

        var (exitCode, _, error) = await AnnounceAsync(sandbox, Announcements(sandbox), arguments);

        exitCode.ShouldBe(64);
        error.ShouldStartWith(complaint);
    }

    [Fact]
    public async Task Announce_TooLong_Gives64AndPostsNothing()
    {
        await using var sandbox = await SandboxAsync();
        var channel = Announcements(sandbox);

        var (exitCode, _, error) = await AnnounceAsync(sandbox, channel, [new string('x', 2001)]);

        exitCode.ShouldBe(64);
        error.ShouldContain("allowed are 1 to 2,000 characters");
        Messages(sandbox, channel).ShouldBeEmpty();
    }

    [Fact]
    public async Task Announce_ModuleOff_Gives78AndNamesTheSwitch()
    {
        await using var sandbox = await SandboxAsync();

        var (exitCode, _, error) = await AnnounceAsync(
            sandbox, Announcements(sandbox), ["News", "--set", "Modules:Announcements:Enabled=false"]);

        exitCode.ShouldBe(78);
        error.ShouldContain("Modules:Announcements:Enabled is false");
    }

    private static Task<SandboxServer> SandboxAsync() =>
        SandboxServer.StartAsync(new SandboxOptions { Urls = "http://127.0.0.1:0" }, Stop);

    private static IEnumerable<Channel> DemoChannels(SandboxServer sandbox) =>
        sandbox.World.Guilds.Get(DemoWorld.GuildIds(sandbox.World).First()).Channels.Values;

    private static Channel Announcements(SandboxServer sandbox) =>
        DemoChannels(sandbox).Single(channel => channel.Type == ChannelType.Announcement);

    private static IReadOnlyList<Message> Messages(SandboxServer sandbox, Channel channel) =>
        [.. sandbox.World.Messages.List(channel.Id, DemoWorld.People[0].Id)];

    private async Task FineAsync(SandboxServer sandbox, Channel channel, params string[] arguments)
    {
        var (exitCode, _, error) = await AnnounceAsync(sandbox, channel, arguments);
        exitCode.ShouldBe(0, error);
    }

    private async Task<(int ExitCode, string Out, string Error)> AnnounceAsync(SandboxServer sandbox, Channel? channel, string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] settings =
        [
            $"Discord:ApiBaseUrl={new Uri(sandbox.Address, "/api/v10").AbsoluteUri}",
            $"Discord:Token={sandbox.BotToken}",
            $"Storage:Path={_folder.File("vexera.db")}",
            $"NLog:variables:logFolder={_folder.File("logs")}",
            .. channel is null ? Array.Empty<string>() : [$"Modules:Announcements:ChannelId={channel.Id}"],
        ];
        var exitCode = await new CommandLine(new Terminal(output, error)).InvokeAsync(
            ["announce", .. settings.SelectMany(setting => new[] { "--set", setting }), .. arguments], Stop);
        return (exitCode, output.ToString(), error.ToString());
    }
}
