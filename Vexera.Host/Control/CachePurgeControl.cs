using System.Text.Json;
using Vexera.Core.State;

namespace Vexera.Host.Control;

/// <summary>Empties what is kept in memory of the guilds, as the owner's command <c>cache purge</c> does; gives how many states were there.</summary>
/// <param name="cache">What is emptied.</param>
internal sealed class CachePurgeControl(IGuildCacheControl cache) : IControlCommand
{
    /// <summary>The command's name.</summary>
    public const string CommandName = "cache-purge";

    /// <inheritdoc/>
    public string Name => CommandName;

    /// <inheritdoc/>
    public Task<JsonElement> RunAsync(JsonElement? arguments, CancellationToken cancellationToken) =>
        Task.FromResult(JsonSerializer.SerializeToElement(cache.Purge(), ControlJson.Default.Int32));
}
