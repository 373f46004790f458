using System.CommandLine;
using Vexera.Host.Hosting;

namespace Vexera.Host.Cli;

/// <summary><c>vexera config check</c>: everything that is wrong with the configuration, at once.</summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the configuration comes from.</param>
internal sealed class ConfigCommand(Terminal terminal, SettingsOption settings)
{
    /// <summary>The command with its description.</summary>
    public Command Build()
    {
        var check = new Command("check", CliText.CheckDescription);
        check.SetAction(Check);
        return new Command("config", CliText.ConfigDescription) { check };
    }

    private int Check(ParseResult parsed)
    {
        using var host = BotHost.Build(settings.Sources(parsed));
        if (!BotHost.Check(host, terminal))
            return ExitCode.BadConfiguration;
        terminal.Out.WriteLine(CliText.ConfigurationFine);
        return ExitCode.Fine;
    }
}
