using System.CommandLine;
using Vexera.Host.Hosting;

namespace Vexera.Host.Cli;

/// <summary><c>vexera run</c>: the bot.</summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the configuration comes from.</param>
internal sealed class RunCommand(Terminal terminal, SettingsOption settings)
{
    /// <summary>The command with its description.</summary>
    public Command Build()
    {
        var command = new Command("run", CliText.RunDescription);
        command.SetAction(InvokeAsync);
        return command;
    }

    /// <summary>Runs the bot until it is told to stop.</summary>
    public Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        new BotRunner(terminal).RunAsync(settings.Sources(parsed), cancellationToken);
}
