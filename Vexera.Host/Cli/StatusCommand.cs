using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vexera.Host.Control;
using Vexera.Host.Control.Status;

namespace Vexera.Host.Cli;

/// <summary><c>vexera status</c>: how the running bot is.</summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the configuration comes from.</param>
internal sealed class StatusCommand(Terminal terminal, SettingsOption settings)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Option<bool> _json = new("--json") { Description = CliText.StatusJsonDescription };

    /// <summary>The command with its description.</summary>
    public Command Build()
    {
        var command = new Command("status", CliText.StatusDescription) { _json };
        command.SetAction(InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var configuration = settings.Sources(parsed).Load();
        var bot = RunningBot.Of(configuration);
        if (await bot.AskAsync(StatusControl.CommandName, cancellationToken) is not { } answer)
        {
            terminal.Error.WriteLine(CliText.Error.With(CliText.NoBot.With(bot.Path)));
            return ExitCode.Unreachable;
        }

        if (parsed.GetValue(_json))
            WriteJson(answer);
        else
            StatusView.Write(answer.Deserialize(ControlJson.Default.StatusReport)!, terminal.Out);
        return ExitCode.Fine;
    }

    private void WriteJson(JsonElement report)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Indented))
            report.WriteTo(writer);
        terminal.Out.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
