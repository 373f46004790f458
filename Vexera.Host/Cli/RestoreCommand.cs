using System.CommandLine;

namespace Vexera.Host.Cli;

/// <summary><c>vexera restore FILE</c>: puts a backup in the place of the database, while no bot runs.</summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the configuration comes from.</param>
internal sealed class RestoreCommand(Terminal terminal, SettingsOption settings)
{
    private readonly Argument<string> _file = new("FILE") { Description = CliText.RestoreFileDescription };

    /// <summary>The command with its description.</summary>
    public Command Build()
    {
        var command = new Command("restore", CliText.RestoreDescription) { _file };
        command.SetAction(InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (DatabaseFile.Of(settings.Sources(parsed), terminal) is not { } database)
            return ExitCode.BadConfiguration;
        var backup = Path.GetFullPath(parsed.GetValue(_file)!);
        if (backup == database.Path)
        {
            terminal.Error.WriteLine(CliText.Error.With(CliText.RestoreOfItself.With(backup)));
            return ExitCode.WrongUsage;
        }

        var aside = await database.Backup.RestoreAsync(backup, database.Path);
        terminal.Out.WriteLine(CliText.Restored.With(backup, database.Path));
        if (aside is not null)
            terminal.Out.WriteLine(CliText.RestoreKept.With(aside));
        return ExitCode.Fine;
    }
}
