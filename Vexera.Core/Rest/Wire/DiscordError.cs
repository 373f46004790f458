using System.Globalization;
using System.Text.Json;
using Vexera.Core.Discord;

namespace Vexera.Core.Rest.Wire;

/// <summary>
/// What Discord says in the body of an error: a code, a message, and the fields it complains about.
/// Source: https://discord.com/developers/docs/reference#error-messages.
/// </summary>
/// <param name="Code">Discord's code; 0 when the body gave none.</param>
/// <param name="Detail">One line for people.</param>
/// <param name="RetryAfter">Seconds to wait, in answers to too many requests.</param>
/// <param name="Global">Whether that limit is the one over all routes.</param>
internal sealed record DiscordError(int Code, string Detail, double? RetryAfter = null, bool Global = false)
{
    private const int MaxFields = 10;
    private const int MaxText = 300;

    /// <summary>Reads the body of an error, whatever it is.</summary>
    /// <param name="body">All of it, or as much as was kept.</param>
    /// <param name="contentType">Its media type, for the text when it is not Discord's.</param>
    public static DiscordError Read(ReadOnlyMemory<byte> body, string? contentType)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : Foreign(body, contentType);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter for half surrogate pairs
        {
            return Foreign(body, contentType);
        }
    }

    private static DiscordError Read(JsonElement root)
    {
        var code = root.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : 0;
        var message = Text(root, "message") ?? "Discord gave no message";
        double? retryAfter = root.TryGetProperty("retry_after", out var seconds) && seconds.ValueKind == JsonValueKind.Number
            && seconds.TryGetDouble(out var wait) ? wait : null;

        var fields = new List<string>();
        if (root.TryGetProperty("errors", out var errors))
            Flatten(errors, "", fields);
        var global = root.TryGetProperty("global", out var flag) && flag.ValueKind == JsonValueKind.True;
        return new DiscordError(code, fields.Count == 0 ? message : $"{message}: {string.Join("; ", fields)}", retryAfter, global);
    }

    /// <summary>Turns <c>{"embeds":{"0":{"title":{"_errors":[…]}}}}</c> into <c>embeds[0].title: …</c>.</summary>
    private static void Flatten(JsonElement node, string path, List<string> fields)
    {
        if (node.ValueKind != JsonValueKind.Object || fields.Count >= MaxFields)
            return;
        foreach (var property in node.EnumerateObject())
        {
            if (property.Name == "_errors")
                AddErrors(property.Value, path, fields);
            else
                Flatten(property.Value, Join(path, property.Name), fields);
        }
    }

    private static void AddErrors(JsonElement errors, string path, List<string> fields)
    {
        if (errors.ValueKind != JsonValueKind.Array)
            return;
        foreach (var error in errors.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Take(MaxFields - fields.Count))
        {
            var message = Text(error, "message") ?? "not accepted";
            var code = Text(error, "code");
            fields.Add($"{(path.Length == 0 ? "request" : path)}: {message}{(code is null ? "" : $" ({code})")}");
        }
    }

    private static string Join(string path, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"{path}[{name}]"
        : path.Length == 0 ? Shorten(name) : $"{path}.{Shorten(name)}";

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? Shorten(text.GetString()!) : null;

    /// <summary>One line of bounded length, whatever was sent.</summary>
    private static string Shorten(string text) =>
        string.Concat(ShortText.Shorten(text, MaxText + 1).Select(c => char.IsControl(c) ? ' ' : c));

    private static DiscordError Foreign(ReadOnlyMemory<byte> body, string? contentType) => new(0, body.IsEmpty
        ? "the answer has no body"
        : $"the body is not Discord's ({contentType ?? "of no stated type"}, {body.Length} bytes), so it may come from a proxy or firewall");
}
