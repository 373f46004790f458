using System.CommandLine;

namespace Vexera.Host.Cli;

/// <summary>The command line: <c>vexera run</c>, which is also what no command means, and its siblings.</summary>
/// <param name="terminal">Where to speak.</param>
internal sealed class CommandLine(Terminal terminal)
{
    /// <summary>Does what the arguments say.</summary>
    /// <param name="arguments">The arguments after the program's name.</param>
    /// <param name="cancellationToken">Stops what runs, cleanly.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> InvokeAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var parsed = Build().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                terminal.Error.WriteLine(CliText.Error.With(error.Message));
            terminal.Error.WriteLine(CliText.SeeHelp);
            return ExitCode.WrongUsage;
        }

        var invocation = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Fine;
        }
        catch (Exception e)
        {
            var failure = Failure.Explain(e);
            terminal.Error.WriteLine(CliText.Error.With(failure.Line));
            return failure.ExitCode;
        }
    }

    private RootCommand Build()
    {
        var settings = new SettingsOption();
        var run = new RunCommand(terminal, settings);
        var drill = new DrillCommand(terminal);
        var root = new RootCommand(CliText.Description)
        {
            settings.Option,
            run.Build(),
            new SandboxCommand(terminal, settings).Build(),
            new StatusCommand(terminal, settings).Build(),
            new DoctorCommand(terminal, settings).Build(),
            new ConfigCommand(terminal, settings).Build(),
            new AnnounceCommand(terminal, settings).Build(),
            new StateCommand(terminal, settings).Build(),
            new BackupCommand(terminal, settings).Build(),
            new RestoreCommand(terminal, settings).Build(),
            drill.Build(),
            drill.BuildBot(),
        };
        root.SetAction(run.InvokeAsync);
        return root;
    }

    private static string Format(string text, params object[] values) => text.With(values);
}
