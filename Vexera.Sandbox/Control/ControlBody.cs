using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Vexera.Sandbox.Control;

/// <summary>A JSON object sent to a <c>/sandbox</c> route; what is misspelt or out of range is refused by name.</summary>
internal sealed class ControlBody
{
    private readonly Dictionary<string, JsonElement> _properties = [];
    private readonly List<string> _known = [];

    /// <exception cref="ControlException">It is no JSON object.</exception>
    public ControlBody(ReadOnlyMemory<byte> json)
    {
        try
        {
            var root = json.Length == 0 ? JsonElement.Parse("{}") : JsonElement.Parse(json.Span);
            foreach (var property in root.EnumerateObject())
            {
                _properties[property.Name] = property.Value;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ControlException($"The body must be a JSON object: {error.Message}");
        }
    }

    public string? Text(string name) => Read(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(name, value, "a text");

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw new ControlException($"\"{name}\" is needed.");

    public bool Flag(string name) => Read(name) is { } value && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, value, "true or false"),
    };

    public bool? OptionalFlag(string name) => _properties.ContainsKey(name) ? Flag(name) : Unread(name);

    public int? Number(string name, int least, int most) => Read(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most ? number
        : throw Wrong(name, value, $"a whole number between {least} and {most}");

    public TimeSpan? Milliseconds(string name) => Number(name, 0, int.MaxValue) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    public ulong? Id(string name) => Read(name) is { } value ? ParseId(name, value) : null;

    public ImmutableArray<ulong>? Ids(string name) => Read(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(id => ParseId(name, id))]
        : throw Wrong(name, value, "a list of ids");

    public ImmutableHashSet<int>? Numbers(string name) => Read(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _))
            ? [.. value.EnumerateArray().Select(item => item.GetInt32())]
            : throw Wrong(name, value, "a list of whole numbers");

    public ImmutableArray<string>? Texts(string name) => Read(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : throw Wrong(name, value, "a list of texts");

    /// <summary>Any JSON.</summary>
    public JsonElement? Any(string name) => Read(name);

    /// <summary>To be called when everything that could be there was asked for.</summary>
    /// <exception cref="ControlException">Something else is there.</exception>
    public void RefuseUnknown()
    {
        if (_properties.Keys.Except(_known).FirstOrDefault() is { } unknown)
        {
            throw new ControlException($"\"{unknown}\" is not known here; known are: {string.Join(", ", _known.Distinct())}.");
        }
    }

    private static ulong ParseId(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw Wrong(name, value, "an id as text");

    private static ControlException Wrong(string name, JsonElement value, string allowed) => new($"\"{name}\" is {value.GetRawText()}; it must be {allowed}.");

    private bool? Unread(string name)
    {
        _known.Add(name);
        return null;
    }

    private JsonElement? Read(string name)
    {
        _known.Add(name);
        return _properties.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
