using System.Text.Json;
using System.Text.Json.Serialization;
using Vexera.Host.Control.Status;

namespace Vexera.Host.Control;

/// <summary>What the command line asks of the running bot, one line of JSON.</summary>
/// <param name="Command">The name of an <see cref="IControlCommand"/>.</param>
/// <param name="Arguments">What the command takes; null for nothing.</param>
internal sealed record ControlRequest(string? Command, JsonElement? Arguments = null);

/// <summary>What the running bot answers, one line of JSON; then it closes the connection.</summary>
/// <param name="Result">What the command gives; null when it could not be done.</param>
/// <param name="Error">Why it could not be done, one line for the operator; null when it was done.</param>
internal sealed record ControlAnswer(JsonElement? Result, string? Error = null);

/// <summary>The messages of the socket, and what commands give.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlAnswer))]
[JsonSerializable(typeof(StatusReport))]
[JsonSerializable(typeof(int))]
internal sealed partial class ControlJson : JsonSerializerContext;
