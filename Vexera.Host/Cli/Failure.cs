using System.Net;
using Vexera.Core.Gateway;
using Vexera.Core.Rest;
using Vexera.Host.Configuration;

namespace Vexera.Host.Cli;

/// <summary>What to tell a person about an exception.</summary>
/// <param name="ExitCode">One of <see cref="Cli.ExitCode"/>.</param>
/// <param name="Line">One line that says what is wrong and what to do about it.</param>
internal sealed record Failure(int ExitCode, string Line)
{
    /// <summary>Explains an exception; null for one that means a mistake in Vexera.</summary>
    public static Failure? Explain(Exception exception) => exception switch
    {
        UnreadableSettingsException e => new Failure(Cli.ExitCode.BadConfiguration, e.Message),
        FatalGatewayException e => new Failure(Cli.ExitCode.Refused, e.Message),
        DiscordRestException { Status: HttpStatusCode.Unauthorized } => new Failure(Cli.ExitCode.Refused, CliText.TokenRefused),
        DiscordUnreachableException e => new Failure(Cli.ExitCode.Unreachable, e.Message),
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        _ => null,
    };
}
