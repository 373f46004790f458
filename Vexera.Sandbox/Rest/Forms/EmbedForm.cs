using System.Globalization;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads the embeds of a message and holds them to Discord's limits.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/message#embed-object-embed-limits"/>
internal static class EmbedForm
{
    public const int MaximumEmbeds = 10;
    public const int MaximumTotal = 6000;

    private static readonly string[] Substance = ["title", "description", "fields", "image", "thumbnail", "author", "footer", "video"];

    /// <summary>The embeds as a message shows them.</summary>
    public static JsonArray Read(Form message)
    {
        var embeds = new JsonArray();
        foreach (var embed in message.Objects("embeds", MaximumEmbeds))
            embeds.Add(ReadOne(embed));

        if (embeds.Sum(Length) > MaximumTotal)
        {
            message.Fail("embeds", new FieldError(
                "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaximumTotal}"));
        }

        return embeds;
    }

    private static JsonObject ReadOne(Form form)
    {
        var embed = new JsonObject { ["type"] = "rich" };
        if (!Substance.Any(form.HasValue))
            form.Fail("description", FieldError.Required);

        Set(embed, "title", form.String("title", 0, 256));
        Set(embed, "description", form.String("description", 0, 4096));
        Set(embed, "url", Url(form, "url"));
        if (form.Integer("color", 0, 0xFFFFFF) is { } color)
            embed["color"] = color;
        if (form.Time("timestamp") is { } timestamp)
            embed["timestamp"] = timestamp.ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

        var fields = new JsonArray();
        foreach (var field in form.Objects("fields", 25))
        {
            fields.Add(new JsonObject
            {
                ["name"] = field.String("name", 1, 256, required: true),
                ["value"] = field.String("value", 1, 1024, required: true),
                ["inline"] = field.Boolean("inline") ?? false,
            });
        }

        if (fields.Count > 0)
            embed["fields"] = fields;
        SetPart(embed, form, "footer", "text", 2048, required: true);
        SetPart(embed, form, "author", "name", 256, required: true);
        SetPart(embed, form, "provider", "name", 256, required: false);
        SetImage(embed, form, "image");
        SetImage(embed, form, "thumbnail");
        return embed;
    }

    private static void SetPart(JsonObject embed, Form form, string name, string text, int maximum, bool required)
    {
        if (form.Object(name) is not { } part)
            return;

        var json = new JsonObject();
        Set(json, text, part.String(text, 0, maximum, required));
        Set(json, "url", Url(part, "url"));
        Set(json, "icon_url", Url(part, "icon_url"));
        embed[name] = json;
    }

    private static void SetImage(JsonObject embed, Form form, string name)
    {
        if (form.Object(name) is not { } image)
            return;

        image.Require("url");
        embed[name] = new JsonObject { ["url"] = Url(image, "url"), ["width"] = 0, ["height"] = 0 };
    }

    private static string? Url(Form form, string name)
    {
        var url = form.String(name, 0, 2048);
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" or "attachment"))
        {
            form.Fail(name, new FieldError(
                "URL_TYPE_INVALID_SCHEME", $"Scheme \"{url.Split(':')[0]}\" is not supported. Scheme must be one of ('http', 'https')."));
        }

        return url;
    }

    private static void Set(JsonObject json, string name, string? value)
    {
        if (value is not null)
            json[name] = value;
    }

    private static int Length(JsonNode? embed) =>
        Runes(embed!["title"]) + Runes(embed["description"]) + Runes(embed["footer"]?["text"]) + Runes(embed["author"]?["name"])
        + ((embed["fields"] as JsonArray)?.Sum(field => Runes(field!["name"]) + Runes(field["value"])) ?? 0);

    private static int Runes(JsonNode? text) => text?.GetValue<string>().EnumerateRunes().Count() ?? 0;
}
