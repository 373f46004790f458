using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;

namespace Vexera.Tests.Sandbox.Rest.Forms;

/// <summary>Reads forms from JSON text and turns their errors into lines of <c>path code</c>.</summary>
internal static class FormAssert
{
    public static Form Parse(string json) => Form.Root(JsonDocument.Parse(json).RootElement);

    public static string[] Errors(Form form)
    {
        try
        {
            form.Errors.ThrowIfAny();
            return [];
        }
        catch (RestException e)
        {
            e.Error.Code.ShouldBe(50035);
            return [.. Lines(e.Error.Fields!, "")];
        }
    }

    private static IEnumerable<string> Lines(JsonObject node, string path)
    {
        foreach (var (name, value) in node)
        {
            if (name == "_errors")
            {
                foreach (var error in value!.AsArray())
                    yield return $"{path} {error!["code"]}".Trim();
            }
            else
            {
                foreach (var line in Lines(value!.AsObject(), path.Length == 0 ? name : $"{path}.{name}"))
                    yield return line;
            }
        }
    }
}
