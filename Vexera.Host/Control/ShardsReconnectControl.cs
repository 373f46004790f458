using System.Text.Json;
using Vexera.Core.Shards;

namespace Vexera.Host.Control;

/// <summary>
/// Begins a rolling reconnect by RESUME, as the owner's command <c>shards reconnect</c> does, of the shards whose numbers are the
/// argument, an array; gives how many that are. It goes on by itself.
/// </summary>
/// <param name="fleet">The shards.</param>
internal sealed class ShardsReconnectControl(IFleetControl fleet) : IControlCommand
{
    /// <summary>The command's name.</summary>
    public const string CommandName = "shards-reconnect";

    /// <inheritdoc/>
    public string Name => CommandName;

    /// <inheritdoc/>
    public Task<JsonElement> RunAsync(JsonElement? arguments, CancellationToken cancellationToken)
    {
        if (arguments is not { ValueKind: JsonValueKind.Array } list || list.EnumerateArray().Any(id => id.ValueKind != JsonValueKind.Number || !id.TryGetInt32(out _)))
            throw new ControlException(ControlText.ShardsWanted);
        int[] shardIds = [.. list.EnumerateArray().Select(id => id.GetInt32())];
        if (fleet.TryReconnect(shardIds) is null)
            throw new ControlException(ControlText.ReconnectAtWork);
        return Task.FromResult(JsonSerializer.SerializeToElement(shardIds.Length, ControlJson.Default.Int32));
    }
}
