using System.Text.Json;
using Vexera.Host.Control;

namespace Vexera.Host.Drills.Bot.Faults;

/// <summary>Makes a fault and ends it: the argument is a number that the fault understands, 0 for well again.</summary>
/// <param name="name">The command's name.</param>
/// <param name="make">Makes the fault.</param>
internal sealed class FaultControl(string name, Action<long> make) : IControlCommand
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task<JsonElement> RunAsync(JsonElement? arguments, CancellationToken cancellationToken)
    {
        var strength = arguments?.GetInt64() ?? 0;
        make(strength);
        return Task.FromResult(JsonSerializer.SerializeToElement(strength, ControlJson.Default.Int64));
    }
}
