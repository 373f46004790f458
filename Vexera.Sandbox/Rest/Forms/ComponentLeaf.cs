using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads the components that hold no others.</summary>
internal static class ComponentLeaf
{
    private const int LinkStyle = 5;
    private const int PremiumStyle = 6;

    public static void Read(Form form, JsonObject component, int type)
    {
        switch (type)
        {
            case ComponentType.Button:
                ReadButton(form, component);
                break;
            case ComponentType.TextInput:
                ReadTextInput(form, component);
                break;
            case ComponentType.TextDisplay:
                component["content"] = form.String("content", 1, 4000, required: true);
                break;
            case ComponentType.Separator:
                component["spacing"] = form.Choice("spacing", required: false, 1, 2) ?? 1;
                component["divider"] = form.Boolean("divider") ?? true;
                break;
            case ComponentType.Thumbnail:
                ReadMedia(form, component, "media");
                component["description"] = form.String("description", 1, 1024);
                break;
            case ComponentType.File:
                ReadMedia(form, component, "file");
                component["name"] = component["file"]?["url"]?.GetValue<string>().Split("//")[^1];
                component["size"] = null;
                break;
            case ComponentType.MediaGallery:
                var items = new JsonArray();
                foreach (var item in form.Objects("items", 10, 1, required: true))
                {
                    var json = new JsonObject { ["description"] = item.String("description", 1, 1024) };
                    ReadMedia(item, json, "media");
                    items.Add(json);
                }

                component["items"] = items;
                break;
            default:
                ReadSelect(form, component, type);
                break;
        }
    }

    private static void ReadButton(Form form, JsonObject button)
    {
        var style = form.Choice("style", required: true, 1, 2, 3, 4, LinkStyle, PremiumStyle);
        button["style"] = style;
        Copy(form, button, "label", 80);
        ReadEmoji(form, button);
        if (form.Boolean("disabled") is { } disabled)
            button["disabled"] = disabled;

        if (style == LinkStyle)
        {
            if (form.HasValue("custom_id"))
                form.Fail("custom_id", new FieldError("BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified"));
            form.Require("url");
            Copy(form, button, "url", 512);
        }
        else if (style is not (null or PremiumStyle))
        {
            form.Require("custom_id");
            if (!form.HasValue("label") && !form.HasValue("emoji"))
                form.Fail("label", FieldError.Required);
        }
    }

    private static void ReadSelect(Form form, JsonObject select, int type)
    {
        Copy(form, select, "placeholder", 150);
        var least = form.Integer("min_values", 0, 25) ?? 1;
        var most = form.Integer("max_values", 1, 25) ?? 1;
        if (least > most)
            form.Fail("min_values", FieldError.TooLarge(most));
        select["min_values"] = least;
        select["max_values"] = most;
        if (form.Boolean("disabled") is { } disabled)
            select["disabled"] = disabled;
        foreach (var list in (string[])["channel_types", "default_values"])
        {
            if (form.HasValue(list))
                select[list] = JsonNode.Parse(form.Json.GetProperty(list).GetRawText());
        }

        if (type == ComponentType.StringSelect)
            select["options"] = ReadOptions(form, most);
    }

    private static JsonArray ReadOptions(Form form, long most)
    {
        var options = new JsonArray();
        var values = new HashSet<string>();
        foreach (var option in form.Objects("options", 25, 1, required: true))
        {
            var value = option.String("value", 1, 100, required: true);
            if (value is not null && !values.Add(value))
                option.Fail("value", new FieldError("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"));

            var json = new JsonObject { ["label"] = option.String("label", 1, 100, required: true), ["value"] = value };
            Copy(option, json, "description", 100);
            ReadEmoji(option, json);
            if (option.Boolean("default") is { } preselected)
                json["default"] = preselected;
            options.Add(json);
        }

        if (most > options.Count && options.Count > 0)
            form.Fail("max_values", FieldError.TooLarge(options.Count));
        return options;
    }

    private static void ReadTextInput(Form form, JsonObject input)
    {
        input["style"] = form.Choice("style", required: true, 1, 2);
        Copy(form, input, "label", 45);
        Copy(form, input, "placeholder", 100);
        Copy(form, input, "value", 4000);
        input["required"] = form.Boolean("required") ?? true;
        if (form.Integer("min_length", 0, 4000) is { } least)
            input["min_length"] = least;
        if (form.Integer("max_length", 1, 4000) is { } most)
            input["max_length"] = most;
    }

    private static void ReadMedia(Form form, JsonObject holder, string name)
    {
        holder["spoiler"] = form.Boolean("spoiler") ?? false;
        var url = form.Object(name, required: true)?.String("url", 1, 2048, required: true);
        holder[name] = new JsonObject { ["id"] = "0", ["url"] = url, ["proxy_url"] = url };
    }

    private static void ReadEmoji(Form form, JsonObject holder)
    {
        if (form.Object("emoji") is not { } emoji)
            return;

        var json = new JsonObject { ["name"] = emoji.String("name", 0, 32) ?? "" };
        if (emoji.Id("id") is { } id)
            json["id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (emoji.Boolean("animated") is { } animated)
            json["animated"] = animated;
        holder["emoji"] = json;
    }

    private static void Copy(Form form, JsonObject target, string name, int maximum)
    {
        if (form.String(name, 0, maximum) is { } text)
            target[name] = text;
    }
}
