using System.Text.Json;
using Vexera.Core.Storage;
using Vexera.Host.Control;
using Vexera.Host.Control.Status;

namespace Vexera.Host.Cli;

/// <summary>The bot that runs with the same database or socket, as the command line finds it.</summary>
/// <param name="Path">The full path of its socket.</param>
internal sealed record RunningBot(string Path)
{
    /// <summary>
    /// Where the settings say that it listens. Only two of them matter: what else the bot was started with, a token or the
    /// password of a database, may be wanting here.
    /// </summary>
    public static RunningBot Of(IConfiguration configuration)
    {
        var control = configuration.GetSection(ControlOptions.Section).Get<ControlOptions>() ?? new ControlOptions();
        return new RunningBot(control.PathOf(configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.Path)}"]));
    }

    /// <summary>Asks it for a command.</summary>
    /// <returns>What the command gives; null when no bot runs.</returns>
    /// <exception cref="ControlException">It says that it cannot be done, or gives no answer.</exception>
    public Task<JsonElement?> AskAsync(string command, CancellationToken cancellationToken) =>
        AskAsync(new ControlRequest(command), cancellationToken);

    /// <summary>Asks it for a command with arguments.</summary>
    /// <inheritdoc cref="AskAsync(string, CancellationToken)"/>
    public Task<JsonElement?> AskAsync(ControlRequest request, CancellationToken cancellationToken) =>
        new ControlClient(Path, TimeProvider.System).AskAsync(request, cancellationToken);

    /// <summary>Whether it is there to be asked.</summary>
    public async Task<bool> RunsAsync(CancellationToken cancellationToken) =>
        await AskAsync(StatusControl.CommandName, cancellationToken) is not null;
}
