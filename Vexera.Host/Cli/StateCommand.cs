using System.CommandLine;
using Vexera.Core.State.Durable;
using Vexera.Core.Storage;
using Vexera.Host.Configuration;

namespace Vexera.Host.Cli;

/// <summary>
/// <c>vexera state purge</c>: forgets the guilds' states and the sessions on disk. A running bot has claimed its database, so that
/// this is refused while it runs.
/// </summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the configuration comes from.</param>
internal sealed class StateCommand(Terminal terminal, SettingsOption settings)
{
    /// <summary>The command with its description.</summary>
    public Command Build()
    {
        var purge = new Command("purge", CliText.StatePurgeDescription);
        purge.SetAction(PurgeAsync);
        return new Command("state", CliText.StateDescription) { purge };
    }

    private async Task<int> PurgeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        // Only what Storage needs: a token, say, may be wanting.
        using var configuration = settings.Sources(parsed).Load();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddStorage()
            .AddSingleton<IStateStore, DatabaseStateStore>()
            .AddSingleton<SettingsChecker>()
            .BuildServiceProvider();
        var errors = services.GetRequiredService<SettingsChecker>().Check(configuration).Where(problem => problem.IsError).ToList();
        foreach (var error in errors)
            terminal.Error.WriteLine(CliText.Error.With(error.Text));
        if (errors.Count > 0)
            return ExitCode.BadConfiguration;
        var purged = await services.GetRequiredService<IStateStore>().PurgeAsync(cancellationToken);
        terminal.Out.WriteLine(CliText.StatePurged.With(purged));
        return ExitCode.Fine;
    }
}
