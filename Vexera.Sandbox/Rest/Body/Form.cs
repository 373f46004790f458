using System.Globalization;
using System.Text.Json;
using Vexera.Sandbox.Rest.Errors;

namespace Vexera.Sandbox.Rest.Body;

/// <summary>
/// One JSON object of a request body, read field by field. What is wrong is collected in <see cref="Errors"/>, so that one answer
/// names every error; call <see cref="FormErrors.ThrowIfAny"/> when everything has been read.
/// </summary>
internal sealed class Form(JsonElement json, FormErrors errors, string path)
{
    public JsonElement Json { get; } = json;

    public FormErrors Errors { get; } = errors;

    public static Form Root(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw FormErrors.Single("", FieldError.NotAnObject);
        return new Form(json, new FormErrors(), "");
    }

    /// <summary>Whether the field is there, null included.</summary>
    public bool Has(string name) => Json.TryGetProperty(name, out _);

    /// <summary>Whether the field is there and not null.</summary>
    public bool HasValue(string name) => Value(name) is not null;

    public void Fail(string name, FieldError error) => Errors.Add(PathOf(name), error);

    public void Require(string name)
    {
        if (!HasValue(name))
            Fail(name, FieldError.Required);
    }

    public string? String(string name, int minimum = 0, int maximum = int.MaxValue, bool required = false)
    {
        if (Find(name, required) is not { } value)
            return null;

        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            Fail(name, FieldError.NotAString(value.GetRawText()));
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var length = text.EnumerateRunes().Count();
        if (length < minimum || length > maximum)
            Fail(name, FieldError.Length(minimum, maximum));
        return text;
    }

    /// <summary>An integer, also written as a string of digits, as bit sets are.</summary>
    public long? Integer(string name, long minimum = long.MinValue, long maximum = long.MaxValue, bool required = false)
    {
        if (Find(name, required) is not { } value)
            return null;

        if (!TryInteger(value, out var number))
            Fail(name, FieldError.NotA("int", Raw(value)));
        else if (number < minimum)
            Fail(name, FieldError.TooSmall(minimum));
        else if (number > maximum)
            Fail(name, FieldError.TooLarge(maximum));
        else
            return number;
        return null;
    }

    public double? Number(string name)
    {
        if (Find(name, required: false) is not { } value)
            return null;

        if (value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()))
            return value.GetDouble();

        Fail(name, FieldError.NotA("float", Raw(value)));
        return null;
    }

    /// <summary>One of a few integers.</summary>
    public int? Choice(string name, bool required, params int[] choices)
    {
        if (Integer(name, required: required) is not { } number)
            return null;

        if (choices.Any(choice => choice == number))
            return (int)number;

        Fail(name, FieldError.Choices(choices.Select(c => c.ToString(CultureInfo.InvariantCulture))));
        return null;
    }

    public bool? Boolean(string name)
    {
        if (Find(name, required: false) is not { } value)
            return null;

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();

        if (value.ValueKind == JsonValueKind.String && bool.TryParse(value.GetString(), out var parsed))
            return parsed;

        Fail(name, FieldError.NotABoolean);
        return null;
    }

    public ulong? Id(string name, bool required = false)
    {
        if (Find(name, required) is not { } value)
            return null;

        if (TryId(value, out var id))
            return id;

        Fail(name, FieldError.NotA("snowflake", Raw(value)));
        return null;
    }

    public IReadOnlyList<ulong> Ids(string name, int maximum = int.MaxValue, bool required = false)
    {
        var ids = new List<ulong>();
        var index = 0;
        foreach (var item in Items(name, 0, maximum, required))
        {
            if (TryId(item, out var id))
                ids.Add(id);
            else
                Fail($"{name}.{index}", FieldError.NotA("snowflake", Raw(item)));
            index++;
        }

        return ids;
    }

    public DateTimeOffset? Time(string name)
    {
        if (Find(name, required: false) is not { } value)
            return null;

        if (value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;

        Fail(name, FieldError.NotATime(Raw(value)));
        return null;
    }

    public Form? Object(string name, bool required = false)
    {
        if (Find(name, required) is not { } value)
            return null;

        if (value.ValueKind == JsonValueKind.Object)
            return new Form(value, Errors, PathOf(name));

        Fail(name, FieldError.NotAnObject);
        return null;
    }

    public IReadOnlyList<Form> Objects(string name, int maximum = int.MaxValue, int minimum = 0, bool required = false)
    {
        var forms = new List<Form>();
        var index = 0;
        foreach (var item in Items(name, minimum, maximum, required))
        {
            if (item.ValueKind == JsonValueKind.Object)
                forms.Add(new Form(item, Errors, PathOf($"{name}.{index}")));
            else
                Fail($"{name}.{index}", FieldError.NotAnObject);
            index++;
        }

        return forms;
    }

    public IReadOnlyList<JsonElement> Items(string name, int minimum = 0, int maximum = int.MaxValue, bool required = false)
    {
        if (Find(name, required) is not { } value)
            return [];

        if (value.ValueKind != JsonValueKind.Array)
        {
            Fail(name, FieldError.NotAList);
            return [];
        }

        if (value.GetArrayLength() < minimum || value.GetArrayLength() > maximum)
            Fail(name, FieldError.Length(minimum, maximum));
        return [.. value.EnumerateArray()];
    }

    public static bool TryId(JsonElement value, out ulong id)
    {
        id = 0;
        return value.ValueKind switch
        {
            JsonValueKind.String => ulong.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out id),
            JsonValueKind.Number => value.TryGetUInt64(out id),
            _ => false,
        };
    }

    private static bool TryInteger(JsonElement value, out long number)
    {
        number = 0;
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt64(out number),
            JsonValueKind.String => long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    private static string Raw(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private JsonElement? Value(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private JsonElement? Find(string name, bool required)
    {
        var value = Value(name);
        if (value is null && required)
            Fail(name, FieldError.Required);
        return value;
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
