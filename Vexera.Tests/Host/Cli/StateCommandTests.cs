using Vexera.Core.Discord;
using Vexera.Core.State.Durable;
using Vexera.Host.Cli;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Cli;

public sealed class StateCommandTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Purge_BotStopped_EmptiesStatesAndKeepsGuildsAndSessionsUnlessTold(bool sessions)
    {
        await FillAsync();
        _database.Close();

        var (exitCode, output, error) = sessions ? await PurgeAsync("--sessions") : await PurgeAsync();

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldStartWith("Emptied the states of 2 servers");
        _database.Restart();
        var saved = await new DatabaseStateStore(_database).LoadAsync(Stop);
        saved.Guilds.Count.ShouldBe(2);
        saved.Sessions.Count.ShouldBe(sessions ? 0 : 1);
        (await new DatabaseStateStore(_database).ReadAsync(new Snowflake(10), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Purge_BotRunsAndCannotBeAsked_IsRefusedAndChangesNothing()
    {
        await FillAsync();

        var (exitCode, output, error) = await PurgeAsync();

        exitCode.ShouldBe(78);
        output.ShouldBeEmpty();
        error.ShouldContain("in use by another Vexera. Stop that one");
        (await new DatabaseStateStore(_database).LoadAsync(Stop)).Sessions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Purge_SettingsOfStorageAreWrong_SaysWhich()
    {
        var (exitCode, _, error) = await PurgeAsync("--set", "Storage:BusyTimeout=never");

        exitCode.ShouldBe(78);
        error.ShouldContain("Storage:BusyTimeout");
    }

    private Task FillAsync() => new DatabaseStateStore(_database).CommitAsync(
        new StateCommit(
            [new GuildWrite(new Snowflake(10), 3, true, new byte[] { 1 }), new GuildWrite(new Snowflake(11), 3, true, new byte[] { 2 })],
            [new SavedSession(new ShardKey(0, 1), "a", null, 5, ReadOnlyMemory<byte>.Empty)],
            []),
        Stop);

    private async Task<(int ExitCode, string Out, string Error)> PurgeAsync(params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await new CommandLine(new Terminal(output, error))
            .InvokeAsync(["state", "purge", "--set", $"Storage:Path={_database.Path}", .. more], Stop);
        return (exitCode, output.ToString(), error.ToString());
    }
}
