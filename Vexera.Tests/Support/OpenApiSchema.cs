using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vexera.Tests.Support;

/// <summary>
/// The part of JSON Schema that Discord's description uses. Unions are satisfied by any one branch: Discord marks them
/// <c>oneOf</c>, yet their branches overlap.
/// </summary>
internal sealed class OpenApiSchema(JsonElement document, bool strict)
{
    // The description says that the codes of form errors are integers; Discord sends, and documents, names.
    private const string Misdescribed = "#/components/schemas/ErrorDetails";

    /// <summary>Everything wrong with the value; when strict, properties that no branch describes are wrong too.</summary>
    public List<string> Check(JsonElement schema, JsonElement value, string path)
    {
        var outcome = Evaluate(schema, value, path);
        outcome.Errors.AddRange(Unknown(outcome, value, path));
        return outcome.Errors;
    }

    /// <summary>Checks the text of a query parameter, which is an integer, a boolean, an array of those or a string.</summary>
    public List<string> CheckText(JsonElement schema, string text, string path)
    {
        object typed = long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : bool.TryParse(text, out var flag) ? flag : text;
        object[] readings = Accepts(schema, "integer") || Accepts(schema, "boolean") ? [typed, new[] { typed }] : [text, new[] { text }, typed];
        return readings.Select(reading => Check(schema, JsonSerializer.SerializeToElement(reading), path)).MinBy(errors => errors.Count)!;
    }

    private static bool Accepts(JsonElement schema, string type) => schema.TryGetProperty("type", out var types)
        && (types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(t => t.GetString() == type) : types.GetString() == type);

    public static JsonElement Resolve(JsonElement document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (element, name) => element.GetProperty(name));

    private Outcome Evaluate(JsonElement schema, JsonElement value, string path)
    {
        var outcome = new Outcome();
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref" when keyword.Value.GetString() == Misdescribed:
                    break;
                case "$ref":
                    outcome.Merge(Evaluate(Resolve(document, keyword.Value.GetString()!), value, path));
                    break;
                case "allOf":
                    foreach (var part in keyword.Value.EnumerateArray())
                        outcome.Merge(Evaluate(part, value, path));
                    break;
                case "oneOf" or "anyOf":
                    outcome.Merge(Best(keyword.Value, value, path));
                    break;
                case "type":
                    if (!IsOfType(keyword.Value, value))
                        outcome.Errors.Add($"{path}: {Show(value)} is not {keyword.Value.GetRawText()}");
                    break;
                case "enum":
                    if (!keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)))
                        outcome.Errors.Add($"{path}: {Show(value)} is not one of {keyword.Value.GetRawText()}");
                    break;
                case "const":
                    if (!JsonElement.DeepEquals(keyword.Value, value))
                        outcome.Errors.Add($"{path}: {Show(value)} is not {keyword.Value.GetRawText()}");
                    break;
            }
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(schema, value, path, outcome);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, path, outcome.Errors);
                break;
            case JsonValueKind.String:
                CheckString(schema, value.GetString()!, path, outcome.Errors);
                break;
            case JsonValueKind.Number:
                CheckNumber(schema, value, path, outcome.Errors);
                break;
        }

        return outcome;
    }

    private Outcome Best(JsonElement branches, JsonElement value, string path) =>
        branches.EnumerateArray()
            .Select(branch => Evaluate(branch, value, path))
            .MinBy(outcome => outcome.Errors.Count * 1000 + Unknown(outcome, value, path).Count())!;

    private void CheckObject(JsonElement schema, JsonElement value, string path, Outcome outcome)
    {
        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var hasAdditional = schema.TryGetProperty("additionalProperties", out var additional);
        if (schema.TryGetProperty("type", out _) && !hasProperties && !hasAdditional && !schema.TryGetProperty("allOf", out _))
            outcome.Open = true;

        foreach (var property in value.EnumerateObject())
        {
            if (hasProperties && properties.TryGetProperty(property.Name, out var described))
            {
                outcome.Known.Add(property.Name);
                outcome.Errors.AddRange(Check(described, property.Value, $"{path}.{property.Name}"));
            }
            else if (hasAdditional && additional.ValueKind == JsonValueKind.Object)
            {
                outcome.Known.Add(property.Name);
                outcome.Errors.AddRange(Check(additional, property.Value, $"{path}.{property.Name}"));
            }
            else if (hasAdditional && additional.ValueKind == JsonValueKind.False)
                outcome.Errors.Add($"{path}.{property.Name}: not allowed");
            else if (hasAdditional)
                outcome.Open = true;
        }

        if (schema.TryGetProperty("required", out var required))
        {
            outcome.Errors.AddRange(required.EnumerateArray()
                .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{path}.{name.GetString()}: missing"));
        }

        CheckBounds(schema, "Properties", value.EnumerateObject().Count(), path, outcome.Errors);
    }

    private void CheckArray(JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        CheckBounds(schema, "Items", value.GetArrayLength(), path, errors);
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean()
            && value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() != value.GetArrayLength())
            errors.Add($"{path}: items repeat");

        if (!schema.TryGetProperty("items", out var items))
            return;

        var index = 0;
        foreach (var item in value.EnumerateArray())
            errors.AddRange(Check(items, item, $"{path}[{index++}]"));
    }

    private static void CheckString(JsonElement schema, string value, string path, List<string> errors)
    {
        CheckBounds(schema, "Length", value.EnumerateRunes().Count(), path, errors);
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)))
            errors.Add($"{path}: \"{value}\" does not match {pattern.GetString()}");

        if (!schema.TryGetProperty("format", out var format))
            return;

        var right = format.GetString() switch
        {
            "date-time" => value.Contains('T', StringComparison.Ordinal)
                && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _),
            "uri" => Uri.TryCreate(value, UriKind.Absolute, out _),
            "snowflake" => ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            _ => true,
        };
        if (!right)
            errors.Add($"{path}: \"{value}\" is not a {format.GetString()}");
    }

    private static void CheckNumber(JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        var number = value.GetDouble();
        if (schema.TryGetProperty("minimum", out var minimum) && number < minimum.GetDouble())
            errors.Add($"{path}: {number} is below {minimum.GetRawText()}");
        if (schema.TryGetProperty("maximum", out var maximum) && number > maximum.GetDouble())
            errors.Add($"{path}: {number} is above {maximum.GetRawText()}");
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "int32" && (number is < int.MinValue or > int.MaxValue))
            errors.Add($"{path}: {number} is not an int32");
    }

    private static void CheckBounds(JsonElement schema, string what, int count, string path, List<string> errors)
    {
        if (schema.TryGetProperty("min" + what, out var minimum) && count < minimum.GetInt32())
            errors.Add($"{path}: {count} is below min{what} {minimum.GetInt32()}");
        if (schema.TryGetProperty("max" + what, out var maximum) && count > maximum.GetInt32())
            errors.Add($"{path}: {count} is above max{what} {maximum.GetInt32()}");
    }

    private bool IsOfType(JsonElement type, JsonElement value) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(one => IsOfType(one, value)) : type.GetString() switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "string" => value.ValueKind == JsonValueKind.String,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number
                ? value.GetDouble() % 1 == 0
                : strict && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.All(char.IsAsciiDigit),
            _ => false,
        };

    private IEnumerable<string> Unknown(Outcome outcome, JsonElement value, string path) =>
        strict && !outcome.Open && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Where(p => !outcome.Known.Contains(p.Name)).Select(p => $"{path}.{p.Name}: not described")
            : [];

    private static string Show(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 80 ? text : text[..80] + "…";
    }

    private sealed class Outcome
    {
        public List<string> Errors { get; } = [];

        public HashSet<string> Known { get; } = [];

        public bool Open { get; set; }

        public void Merge(Outcome other)
        {
            Errors.AddRange(other.Errors);
            Known.UnionWith(other.Known);
            Open |= other.Open;
        }
    }
}
