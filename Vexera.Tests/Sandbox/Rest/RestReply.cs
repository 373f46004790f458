using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Vexera.Tests.Sandbox.Rest;

/// <summary>An answer of the sandbox.</summary>
internal sealed record RestReply(HttpStatusCode Status, string Text, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public int Code => Json.GetProperty("code").GetInt32();

    /// <summary>The id of what was made or read.</summary>
    public ulong Id => ulong.Parse(Json.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    public JsonElement this[string name] => Json.GetProperty(name);

    public string Header(string name) => Headers.TryGetValues(name, out var values) ? values.Single() : "";

    public RestReply ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Asserts an error answer of Discord's.</summary>
    public RestReply ShouldFail(HttpStatusCode status, int code)
    {
        Status.ShouldBe(status, Text);
        Code.ShouldBe(code, Text);
        return this;
    }

    /// <summary>Asserts one error of a form: its dotted path and code.</summary>
    public void ShouldFailAt(string path, string code)
    {
        ShouldFail(HttpStatusCode.BadRequest, 50035);
        var node = path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(Json.GetProperty("errors"), (at, name) =>
            at.TryGetProperty(name, out var next) ? next : throw new ShouldAssertException($"no {path} in {Text}"));
        node.GetProperty("_errors")[0].GetProperty("code").GetString().ShouldBe(code);
    }
}
