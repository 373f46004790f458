using System.CommandLine;
using System.Text.Json;
using Vexera.Core.State.Durable;
using Vexera.Core.Storage;
using Vexera.Host.Configuration;
using Vexera.Host.Control;

namespace Vexera.Host.Cli;

/// <summary>
/// <c>vexera state purge</c>: has the running bot empty its cache; while none runs, empties the guilds' states on disk. A bot that
/// runs and cannot be asked has claimed its database, so that the second is refused then.
/// </summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the configuration comes from.</param>
internal sealed class StateCommand(Terminal terminal, SettingsOption settings)
{
    private readonly Option<bool> _sessions = new("--sessions") { Description = CliText.StatePurgeSessionsDescription };

    /// <summary>The command with its description.</summary>
    public Command Build()
    {
        var purge = new Command("purge", CliText.StatePurgeDescription) { _sessions };
        purge.SetAction(PurgeAsync);
        return new Command("state", CliText.StateDescription) { purge };
    }

    private async Task<int> PurgeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var configuration = settings.Sources(parsed).Load();
        var sessions = parsed.GetValue(_sessions);
        var running = RunningBot.Of(configuration);
        if (sessions && await running.RunsAsync(cancellationToken))
        {
            terminal.Error.WriteLine(CliText.Error.With(CliText.StatePurgeSessionsRunning));
            return ExitCode.WrongUsage;
        }

        if (!sessions && await running.AskAsync(CachePurgeControl.CommandName, cancellationToken) is { } purged)
        {
            terminal.Out.WriteLine(CliText.CachePurged.With(purged.Deserialize(ControlJson.Default.Int32)));
            return ExitCode.Fine;
        }

        return await PurgeDiskAsync(configuration, sessions, cancellationToken);
    }

    private async Task<int> PurgeDiskAsync(ConfigurationManager configuration, bool sessions, CancellationToken cancellationToken)
    {
        // Only what Storage needs: a token, say, may be wanting.
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddStorage()
            .AddSingleton<IStateStore, DatabaseStateStore>()
            .AddSingleton<SettingsChecker>()
            .BuildServiceProvider();
        if (!SettingsReport.Tell(services.GetRequiredService<SettingsChecker>().Check(configuration).Where(problem => problem.IsError), terminal))
            return ExitCode.BadConfiguration;
        var purged = await services.GetRequiredService<IStateStore>().PurgeAsync(sessions, cancellationToken);
        terminal.Out.WriteLine((sessions ? CliText.StatePurgedWithSessions : CliText.StatePurged).With(purged));
        return ExitCode.Fine;
    }
}
