using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Rest.Wire;

/// <summary>One request before it is sent. Prints as its route's name, because <see cref="Path"/> may hold a secret.</summary>
/// <param name="Route">The route.</param>
/// <param name="Path">The path and query below the API's base address. Never logged.</param>
/// <param name="Major">Which channel, guild or webhook the limits are kept for; holds no secret.</param>
/// <param name="Secret">The token within <paramref name="Path"/>, if there is one.</param>
internal sealed record RestRequest(RestRoute Route, string Path, string Major, string? Secret)
{
    /// <summary>The JSON body, or null.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Files that go along with <see cref="Body"/>; with any the request is multipart.</summary>
    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];

    /// <summary>For the audit log: any text, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Whether sending it twice does what sending it once does. Unless said otherwise everything but POST.
    /// </summary>
    public bool Repeatable { get; init; } = Route.Method != HttpMethod.Post;

    /// <summary>
    /// Discord's code that says, when the request has been sent before without an answer, that it was done then: "no such ban"
    /// for lifting a ban. 0 for none.
    /// </summary>
    public int DoneBefore { get; init; }

    /// <summary>The same request with a JSON body.</summary>
    public RestRequest WithJson<T>(T value, JsonTypeInfo<T> type) => this with { Body = JsonSerializer.SerializeToUtf8Bytes(value, type) };

    /// <summary>The same request with a query, such as <c>limit=5</c>.</summary>
    public RestRequest WithQuery(FormattableString query) => this with { Path = $"{Path}?{FormattableString.Invariant(query)}" };

    /// <summary>The same request with a query of those values that are not null.</summary>
    public RestRequest WithQuery(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in values)
        {
            if (value is not null)
                query.Append(query.Length == 0 ? '?' : '&').Append(CultureInfo.InvariantCulture, $"{name}={value}");
        }

        return this with { Path = Path + query };
    }

    /// <summary>The route's name.</summary>
    public override string ToString() => Route.Name;
}
