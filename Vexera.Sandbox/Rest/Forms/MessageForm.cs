using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads what a message says, wherever a body carries one: channels, webhooks and answers to interactions.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/message#create-message"/>
internal static class MessageForm
{
    public const int MaximumContent = 2000;
    public const int MaximumNonce = 25;

    private const MessageFlags Settable = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

    private static readonly string[] ReplacedByLayouts = ["content", "embeds", "sticker_ids", "poll"];

    /// <summary>A new message, without its attachments and reference; errors are collected in the form.</summary>
    /// <param name="form">The object with the message's fields.</param>
    /// <param name="mayBeEphemeral">Whether the flag EPHEMERAL means something here.</param>
    public static MessageDraft Read(Form form, bool mayBeEphemeral = false)
    {
        var flags = ReadFlags(form, mayBeEphemeral);
        return new MessageDraft
        {
            Content = ReadContent(form) ?? "",
            Tts = form.Boolean("tts") ?? false,
            Flags = flags,
            Embeds = Elements(EmbedForm.Read(form)),
            Components = Elements(ComponentForm.ReadMessage(form, flags.HasFlag(MessageFlags.IsComponentsV2))),
            AllowedMentions = AllowedMentionsForm.Read(form),
            Nonce = ReadNonce(form),
            EnforceNonce = form.Boolean("enforce_nonce") ?? false,
        };
    }

    /// <summary>The text as it is kept: spaces around it fall away.</summary>
    public static string? ReadContent(Form form) => form.String("content", 0, MaximumContent)?.Trim();

    public static MessageFlags ReadFlags(Form form, bool mayBeEphemeral)
    {
        var settable = mayBeEphemeral ? Settable | MessageFlags.Ephemeral : Settable;
        var flags = (MessageFlags)(form.Integer("flags", 0, int.MaxValue) ?? 0) & settable;
        foreach (var field in ReplacedByLayouts.Where(field => flags.HasFlag(MessageFlags.IsComponentsV2) && IsFilled(form, field)))
        {
            form.Fail(field, new FieldError(
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                $"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"));
        }

        return flags;
    }

    /// <exception cref="RestException">There is nothing to say.</exception>
    public static void RequireSubstance(Form form, MessageDraft draft)
    {
        var stickers = form.HasValue("sticker_ids") && form.Ids("sticker_ids", 3).Count > 0;
        if (draft.Content.Length == 0 && draft.Embeds.IsEmpty && draft.Components.IsEmpty && draft.Attachments.IsEmpty && !stickers)
            throw new RestException(RestErrors.EmptyMessage);
    }

    public static ImmutableArray<JsonElement> Elements(JsonArray array) =>
        [.. array.Select(node => JsonSerializer.SerializeToElement(node))];

    private static bool IsFilled(Form form, string field) =>
        form.HasValue(field) && form.Json.GetProperty(field) is var value
        && value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Length > 0,
            JsonValueKind.Array => value.GetArrayLength() > 0,
            _ => true,
        };

    private static JsonElement? ReadNonce(Form form)
    {
        if (form.String("nonce", 0, MaximumNonce) is null)
            return null;
        return form.Json.GetProperty("nonce").Clone();
    }
}
