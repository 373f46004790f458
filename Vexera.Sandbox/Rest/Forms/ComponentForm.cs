using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads the components of a message or a modal and gives each its number.</summary>
/// <seealso href="https://discord.com/developers/docs/components/reference"/>
internal sealed class ComponentForm
{
    private const int MaximumTotal = 40;

    private static readonly int[] Legacy = [ComponentType.ActionRow];
    private static readonly int[] Layouts =
    [
        ComponentType.ActionRow, ComponentType.Section, ComponentType.TextDisplay, ComponentType.MediaGallery,
        ComponentType.File, ComponentType.Separator, ComponentType.Container,
    ];

    private static readonly int[] InContainer = [.. Layouts.Where(type => type != ComponentType.Container)];
    private static readonly int[] InModal = [ComponentType.ActionRow, ComponentType.Label, ComponentType.TextDisplay];

    private readonly HashSet<string> _customIds = [];
    private int _count;

    /// <summary>The components of a message; the newer layout components need the flag <c>IS_COMPONENTS_V2</c>.</summary>
    public static JsonArray ReadMessage(Form message, bool layouts) =>
        new ComponentForm().ReadAll(message, "components", layouts ? Layouts : Legacy, 0, layouts ? MaximumTotal : 5);

    /// <summary>The components of a modal.</summary>
    public static JsonArray ReadModal(Form modal) => new ComponentForm().ReadAll(modal, "components", InModal, 1, 5);

    private JsonArray ReadAll(Form parent, string name, int[] allowed, int minimum, int maximum)
    {
        var components = new JsonArray();
        foreach (var form in parent.Objects(name, maximum, minimum, required: minimum > 0))
        {
            if (Read(form, allowed) is { } component)
                components.Add(component);
        }

        return components;
    }

    private JsonObject? Read(Form form, int[] allowed)
    {
        if (form.Choice("type", required: true, allowed) is not { } type)
            return null;

        if (++_count > MaximumTotal)
        {
            form.Fail("type", FieldError.Length(0, MaximumTotal));
            return null;
        }

        var component = new JsonObject { ["type"] = type, ["id"] = form.Integer("id", 0, int.MaxValue) is { } id and > 0 ? (int)id : _count };
        ReadCustomId(form, component, type);
        switch (type)
        {
            case ComponentType.ActionRow:
                component["components"] = ReadRow(form, allowed == InModal);
                break;
            case ComponentType.Container:
                component["accent_color"] = form.Integer("accent_color", 0, 0xFFFFFF);
                component["spoiler"] = form.Boolean("spoiler") ?? false;
                component["components"] = ReadAll(form, "components", InContainer, 1, MaximumTotal);
                break;
            case ComponentType.Section:
                component["components"] = ReadAll(form, "components", [ComponentType.TextDisplay], 1, 3);
                component["accessory"] = ReadChild(form, "accessory", ComponentType.Button, ComponentType.Thumbnail);
                break;
            case ComponentType.Label:
                component["label"] = form.String("label", 1, 45, required: true);
                component["description"] = form.String("description", 1, 100);
                component["component"] = ReadChild(form, "component", [ComponentType.TextInput, .. ComponentType.Selects]);
                break;
            default:
                ComponentLeaf.Read(form, component, type);
                break;
        }

        return component;
    }

    private JsonArray ReadRow(Form row, bool modal)
    {
        var children = ReadAll(row, "components", modal ? [ComponentType.TextInput] : [ComponentType.Button, .. ComponentType.Selects], 1, 5);
        if (children.Count > 1 && children.Any(child => child!["type"]!.GetValue<int>() != ComponentType.Button))
            row.Fail("components", new FieldError("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The layout component width is exceeded."));
        return children;
    }

    private JsonObject? ReadChild(Form form, string name, params int[] allowed) =>
        form.Object(name, required: true) is { } child ? Read(child, allowed) : null;

    private void ReadCustomId(Form form, JsonObject component, int type)
    {
        var required = type == ComponentType.TextInput || ComponentType.Selects.Contains(type);
        if (form.String("custom_id", 1, 100, required) is not { } customId)
            return;

        component["custom_id"] = customId;
        if (!_customIds.Add(customId))
            form.Fail("custom_id", new FieldError("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"));
    }
}
