using System.Text.Json;

namespace Vexera.Host.Control.Status;

/// <summary>Tells how the bot is: a <see cref="StatusReport"/>.</summary>
/// <param name="reporter">Knows it.</param>
internal sealed class StatusControl(StatusReporter reporter) : IControlCommand
{
    /// <summary>The command's name.</summary>
    public const string CommandName = "status";

    /// <inheritdoc/>
    public string Name => CommandName;

    /// <inheritdoc/>
    public Task<JsonElement> RunAsync(JsonElement? arguments, CancellationToken cancellationToken) =>
        Task.FromResult(JsonSerializer.SerializeToElement(reporter.Report(), ControlJson.Default.StatusReport));
}
