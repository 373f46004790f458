using System.Net;
using Vexera.Core.Gateway;
using Vexera.Core.Net.Local;
using Vexera.Core.Rest;
using Vexera.Core.Storage;
using Vexera.Host.Configuration;
using Vexera.Host.Control;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Hosting;
using Vexera.Sandbox;

namespace Vexera.Host.Cli;

/// <summary>What to tell a person about an exception.</summary>
/// <param name="ExitCode">One of <see cref="Cli.ExitCode"/>.</param>
/// <param name="Line">One line that says what is wrong and what to do about it.</param>
internal sealed record Failure(int ExitCode, string Line)
{
    /// <summary>Explains an exception.</summary>
    public static Failure Explain(Exception exception) => exception switch
    {
        // Whether an address is wrong or a server is away cannot be told apart; most often it is away, and comes back.
        StorageException { Problem: StorageProblem.Unreachable } => new Failure(Cli.ExitCode.Unreachable, exception.Message),
        UnreadableSettingsException or SandboxStartException or DataFolderException or StorageException =>
            new Failure(Cli.ExitCode.BadConfiguration, exception.Message),
        FatalGatewayException e => new Failure(Cli.ExitCode.Refused, e.Message),
        DiscordRestException { Status: HttpStatusCode.Unauthorized } => new Failure(Cli.ExitCode.Refused, CliText.TokenRefused),
        GatewayUnreachableException e => new Failure(Cli.ExitCode.Unreachable, e.Message),
        DiscordUnreachableException e => new Failure(Cli.ExitCode.Unreachable, e.Message),
        ControlException or LocalSocketException => new Failure(Cli.ExitCode.Unreachable, exception.Message),
        NotMeasuredException => new Failure(Cli.ExitCode.Unexpected, exception.Message),
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        _ => new Failure(Cli.ExitCode.Unexpected, CliText.Unexpected.With(exception.Message)),
    };
}
