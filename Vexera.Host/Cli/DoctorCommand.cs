using System.CommandLine;
using Vexera.Host.Doctor;
using Vexera.Host.Hosting;

namespace Vexera.Host.Cli;

/// <summary><c>vexera doctor</c>: looks at everything the bot needs and says how to mend what is wrong.</summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the configuration comes from.</param>
internal sealed class DoctorCommand(Terminal terminal, SettingsOption settings)
{
    /// <summary>The command with its description.</summary>
    public Command Build()
    {
        var command = new Command("doctor", CliText.DoctorDescription);
        command.SetAction(InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var sources = settings.Sources(parsed, new KeyValuePair<string, string?>(Logs.ConsoleLevelPath, "Off"));
        var host = BotHost.Build(sources, services => services.AddDoctor());
        await using var disposal = (IAsyncDisposable)host;
        if (!BotHost.Check(host, terminal))
            return ExitCode.BadConfiguration;
        var worst = ExitCode.Fine;
        var report = DoctorReport.To(terminal);
        await foreach (var (subject, finding) in host.Services.GetRequiredService<DoctorOffice>().ExamineAsync(cancellationToken))
        {
            report.Add(subject, finding);
            worst = Math.Max(worst, finding.ExitCode);
        }

        report.Close();
        return worst;
    }
}
