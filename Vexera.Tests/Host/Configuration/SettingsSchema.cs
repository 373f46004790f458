using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Host.Configuration;

namespace Vexera.Tests.Host.Configuration;

/// <summary>Writes the JSON schema of appsettings.json from the options classes and their summaries.</summary>
internal sealed class SettingsSchema(IReadOnlyList<(string Path, SettingNode Node)> sections, XmlSummaries summaries)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public string Write()
    {
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Settings of Vexera",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["$schema"] = new JsonObject { ["type"] = "string" },
                ["NLog"] = new JsonObject { ["type"] = "object", ["description"] = "Logs: see https://nlog-project.org/config/." },
            },
            ["additionalProperties"] = false,
        };
        foreach (var (path, node) in sections)
            Place(root, path.Split(':'), node);
        return root.ToJsonString(Indented) + "\n";
    }

    private void Place(JsonObject parent, string[] path, SettingNode node)
    {
        foreach (var name in path[..^1])
        {
            var members = parent["properties"]!.AsObject();
            if (members[name] is null)
                members[name] = Group();
            parent = members[name]!.AsObject();
        }

        var described = Describe(node);
        described.Insert(0, "description", summaries.Of(node.Type));
        if (parent["properties"]![path[^1]]?["properties"] is JsonObject existing)
        {
            foreach (var (name, member) in existing)
                described["properties"]![name] ??= member?.DeepClone();
        }

        parent["properties"]![path[^1]] = described;
    }

    private static JsonObject Group() =>
        new() { ["type"] = "object", ["properties"] = new JsonObject(), ["additionalProperties"] = false };

    private JsonObject Describe(SettingNode node)
    {
        var schema = node.Kind switch
        {
            SettingKind.Group => DescribeGroup(node),
            SettingKind.List => new JsonObject { ["type"] = "array", ["items"] = Describe(node.Element!) },
            SettingKind.Map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Describe(node.Element!) },
            _ => DescribeValue(node),
        };
        if (node.Property is not null)
            schema.Insert(0, "description", summaries.Of(node.Property));
        return schema;
    }

    private JsonObject DescribeGroup(SettingNode node)
    {
        var group = Group();
        foreach (var child in node.Children)
            group["properties"]![child.Name] = Describe(child);
        return group;
    }

    private static JsonObject DescribeValue(SettingNode node)
    {
        var schema = DescribeType(node.Type);
        foreach (var rule in node.Rules)
            AddRule(schema, rule);
        if (node.Default is null)
            schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        else if (!node.IsSecret)
            schema["default"] = DefaultOf(node);
        return schema;
    }

    private static JsonObject DescribeType(Type type)
    {
        if (type == typeof(bool))
            return new JsonObject { ["type"] = "boolean" };
        if (type == typeof(TimeSpan))
            return new JsonObject { ["type"] = "string", ["pattern"] = @"^(\d+\.)?\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?$" };
        if (type.IsEnum && !type.IsDefined(typeof(FlagsAttribute), inherit: false))
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => (JsonNode)name)]) };
        if (type == typeof(double) || type == typeof(float) || type == typeof(decimal))
            return new JsonObject { ["type"] = "number" };
        if (type.IsPrimitive)
            return new JsonObject { ["type"] = "integer" };
        return new JsonObject { ["type"] = "string" };
    }

    private static void AddRule(JsonObject schema, ValidationAttribute rule)
    {
        switch (rule)
        {
            case RangeAttribute { Minimum: IConvertible and not string } range:
                schema["minimum"] = JsonSerializer.SerializeToNode(range.Minimum);
                schema["maximum"] = JsonSerializer.SerializeToNode(range.Maximum);
                break;
            case RegularExpressionAttribute pattern:
                schema["pattern"] = pattern.Pattern;
                break;
            case StringLengthAttribute length:
                schema["minLength"] = length.MinimumLength;
                schema["maxLength"] = length.MaximumLength;
                break;
            default:
                break;
        }
    }

    /// <summary>The default as it is written in a settings file.</summary>
    public static JsonNode? DefaultOf(SettingNode node) => node.Default switch
    {
        null or BotToken or Secret => null,
        bool or int or long or uint or ulong or short or ushort or byte or sbyte or double or float or decimal =>
            JsonSerializer.SerializeToNode(node.Default),
        TimeSpan time => TrimZeros(time.ToString("c", CultureInfo.InvariantCulture)),
        Uri address => address.OriginalString,
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    private static string TrimZeros(string time) => time.Contains('.', StringComparison.Ordinal) && time.LastIndexOf('.') > time.LastIndexOf(':')
        ? time.TrimEnd('0')
        : time;
}
