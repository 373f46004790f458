using System.CommandLine;

namespace Vexera.Host.Cli;

/// <summary><c>vexera backup FILE</c>: copies the database, while the bot runs or not.</summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the configuration comes from.</param>
internal sealed class BackupCommand(Terminal terminal, SettingsOption settings)
{
    private readonly Argument<string> _file = new("FILE") { Description = CliText.BackupFileDescription };
    private readonly Option<bool> _force = new("--force") { Description = CliText.BackupForceDescription };

    /// <summary>The command with its description.</summary>
    public Command Build()
    {
        var command = new Command("backup", CliText.BackupDescription) { _file, _force };
        command.SetAction(InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (DatabaseFile.Of(settings.Sources(parsed), terminal) is not { } database)
            return ExitCode.BadConfiguration;
        var target = Path.GetFullPath(parsed.GetValue(_file)!);
        var isForced = parsed.GetValue(_force);
        if (target == database.Path)
            return Refuse(CliText.BackupOntoItself.With(target));
        if (File.Exists(target) && !isForced)
            return Refuse(CliText.BackupExists.With(target));
        await database.Backup.BackUpAsync(database.Path, target, isForced);
        terminal.Out.WriteLine(CliText.BackedUp.With(database.Path, target, new FileInfo(target).Length / 1024));
        return ExitCode.Fine;
    }

    private int Refuse(string why)
    {
        terminal.Error.WriteLine(CliText.Error.With(why));
        return ExitCode.WrongUsage;
    }
}
