using System.Text.Json.Nodes;

namespace Vexera.Sandbox.Rest.Errors;

/// <summary>An error answer of Discord's HTTP API: the status, Discord's own code and, for form errors, the fields.</summary>
/// <seealso href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"/>
internal sealed record RestError(int Status, int Code, string Message, JsonObject? Fields = null)
{
    /// <summary>Fields beside the message and the code, as a 429 has them.</summary>
    public JsonObject? Extra { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["message"] = Message, ["code"] = Code };
        foreach (var (name, value) in Extra ?? [])
            json[name] = value?.DeepClone();
        if (Fields is not null)
            json["errors"] = Fields.DeepClone();
        return json;
    }
}
