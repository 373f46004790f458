using System.CommandLine;
using System.Text.Json;
using Vexera.Core.Commands.Switches;
using Vexera.Host.Announcements;
using Vexera.Host.Control;
using Vexera.Host.Hosting;

namespace Vexera.Host.Cli;

/// <summary>
/// <c>vexera announce TEXT</c> and <c>vexera announce --incident open|update|resolve [TEXT]</c>: tells the servers that follow the
/// announcement channel. The running bot does it; while none runs, this process does, with the bot's token and database.
/// </summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the configuration comes from.</param>
internal sealed class AnnounceCommand(Terminal terminal, SettingsOption settings)
{
    private readonly Argument<string?> _text = new("TEXT") { Description = CliText.AnnounceTextDescription, Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<AnnounceAction?> _incident = new("--incident")
    {
        Description = CliText.AnnounceIncidentDescription,
        HelpName = "open|update|resolve",
        CustomParser = result => result.Tokens[0].Value switch
        {
            "open" => AnnounceAction.Open,
            "update" => AnnounceAction.Update,
            "resolve" => AnnounceAction.Resolve,
            var other => Refuse(result, other),
        },
    };

    /// <summary>The command with its description.</summary>
    public Command Build()
    {
        var command = new Command("announce", CliText.AnnounceDescription) { _text, _incident };
        command.SetAction(InvokeAsync);
        return command;
    }

    private static AnnounceAction? Refuse(System.CommandLine.Parsing.ArgumentResult result, string given)
    {
        result.AddError(CliText.AnnounceIncidentWrong.With(given));
        return null;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new AnnounceRequest(parsed.GetValue(_incident) ?? AnnounceAction.Announce, parsed.GetValue(_text) ?? "");
        if (request.Text.Trim().Length == 0 && request.Action != AnnounceAction.Resolve)
        {
            terminal.Error.WriteLine(CliText.Error.With(CliText.AnnounceNothing));
            return ExitCode.WrongUsage;
        }

        using var configuration = settings.Sources(parsed).Load();
        var asked = new ControlRequest(AnnounceControl.CommandName, JsonSerializer.SerializeToElement(request, AnnounceJson.Default.AnnounceRequest));
        if (await RunningBot.Of(configuration).AskAsync(asked, cancellationToken) is { } answer)
            return Tell(answer.Deserialize(AnnounceJson.Default.AnnounceReply)!);
        return await AnnounceAsync(parsed, request, cancellationToken);
    }

    private async Task<int> AnnounceAsync(ParseResult parsed, AnnounceRequest request, CancellationToken cancellationToken)
    {
        var sources = settings.Sources(parsed, new KeyValuePair<string, string?>(Logs.ConsoleLevelPath, "Off"));
        var host = BotHost.Build(sources);
        await using var disposal = (IAsyncDisposable)host;
        if (!BotHost.Check(host, terminal))
            return ExitCode.BadConfiguration;
        await host.Services.GetRequiredService<OwnerSwitches>().StartAsync(cancellationToken);
        var reply = await host.Services.GetRequiredService<AnnounceDesk>().AnswerAsync(request, AnnounceDesk.CommandLine, waits: true, cancellationToken);
        var exitCode = Tell(reply);
        if (reply.IsPending)
            terminal.Out.WriteLine(CliText.AnnounceNoBot);
        return exitCode;
    }

    private int Tell(AnnounceReply reply)
    {
        if (reply.ExitCode != ExitCode.Fine)
            terminal.Error.WriteLine(CliText.Error.With(string.Join(' ', reply.Lines)));
        else
        {
            foreach (var line in reply.Lines)
                terminal.Out.WriteLine(line);
        }

        return reply.ExitCode;
    }
}
