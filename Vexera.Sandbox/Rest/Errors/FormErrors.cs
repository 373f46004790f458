using System.Text.Json.Nodes;

namespace Vexera.Sandbox.Rest.Errors;

/// <summary>Collects the errors of a form by the path of their fields, as code 50035 reports them.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _root = [];

    public bool Any => _root.Count > 0;

    /// <summary>Adds an error; the path is dotted (<c>embeds.0.title</c>), empty for the body as a whole.</summary>
    public void Add(string path, FieldError error)
    {
        var node = path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(_root, Child);
        if (node["_errors"] is not JsonArray errors)
            node["_errors"] = errors = [];
        errors.Add(new JsonObject { ["code"] = error.Code, ["message"] = error.Message });
    }

    public void ThrowIfAny()
    {
        if (Any)
            throw new RestException(new RestError(400, 50035, "Invalid Form Body", _root));
    }

    /// <summary>The answer for a form with one error.</summary>
    public static RestException Single(string path, FieldError error)
    {
        var errors = new FormErrors();
        errors.Add(path, error);
        return new RestException(new RestError(400, 50035, "Invalid Form Body", errors._root));
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
            parent[name] = child = [];
        return child;
    }
}
