using System.Collections.Immutable;
using System.Globalization;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Turns a request that says something into a draft, or into a change of what was said.</summary>
internal static class MessageIntake
{
    private const int MaximumAttachments = 10;

    /// <summary>Everything that the body says, checked as far as it can be without knowing the sender.</summary>
    /// <param name="call">The request.</param>
    /// <param name="form">The object with the message's fields.</param>
    /// <param name="channelId">Where it will be said.</param>
    /// <param name="mayBeEphemeral">Whether the flag EPHEMERAL means something here.</param>
    public static MessageDraft Draft(RestCall call, Form form, ulong channelId, bool mayBeEphemeral = false)
    {
        var draft = MessageForm.Read(form, mayBeEphemeral);
        draft = draft with { Attachments = Attachments(call, form, channelId, []) };
        form.Errors.ThrowIfAny();
        MessageForm.RequireSubstance(form, draft);
        return draft;
    }

    /// <summary>The change that an edit's body asks for: fields that it leaves out stay.</summary>
    public static Func<Message, Message> Change(RestCall call, Form form, Message before)
    {
        var flags = before.Flags;
        if (form.Has("flags"))
            flags = (before.Flags & ~MessageFlags.SuppressEmbeds) | MessageForm.ReadFlags(form, mayBeEphemeral: false);

        var after = before with
        {
            Flags = flags & ~MessageFlags.Loading,
            Content = form.Has("content") ? MessageForm.ReadContent(form) ?? "" : before.Content,
            Embeds = form.Has("embeds") ? MessageForm.Elements(EmbedForm.Read(form)) : before.Embeds,
            Components = form.Has("components")
                ? MessageForm.Elements(ComponentForm.ReadMessage(form, flags.HasFlag(MessageFlags.IsComponentsV2)))
                : before.Components,
            Attachments = form.Has("attachments") || call.Body.Files.Count > 0
                ? Attachments(call, form, before.ChannelId, before.Attachments)
                : before.Attachments,
        };
        AllowedMentionsForm.Read(form);
        form.Errors.ThrowIfAny();
        if (after.Content.Length == 0 && after.Embeds.IsEmpty && after.Components.IsEmpty && after.Attachments.IsEmpty)
            throw new RestException(RestErrors.EmptyMessage);

        return now => now with
        {
            Flags = after.Flags | (now.Flags & MessageFlags.Crossposted),
            Content = after.Content,
            Embeds = after.Embeds,
            Components = after.Components,
            Attachments = after.Attachments,
        };
    }

    /// <exception cref="World.WorldException">The sender may not say this here.</exception>
    public static void RequirePermissions(RestCall call, Channel channel, MessageDraft draft)
    {
        call.Require(channel, Permission.SendMessages);
        if (draft.Tts)
            call.Require(channel, Permission.SendTtsMessages);
        if (draft.Embeds.Length > 0)
            call.Require(channel, Permission.EmbedLinks);
        if (draft.Attachments.Length > 0)
            call.Require(channel, Permission.AttachFiles);
    }

    private static ImmutableArray<Attachment> Attachments(RestCall call, Form form, ulong channelId, ImmutableArray<Attachment> present)
    {
        var described = form.Objects("attachments", MaximumAttachments)
            .Select(one => (Id: one.Id("id", required: true), Name: one.String("filename", 1, 1024), Text: one.String("description", 0, 1024)))
            .ToList();
        var kept = present.Where(attachment => described.Any(one => one.Id == attachment.Id));
        var uploaded = call.Body.Files.Select(file => (File: file, Described: described.FirstOrDefault(one => one.Id == (ulong)file.Index))).ToList();
        if (described.Any(one => present.All(a => a.Id != one.Id) && uploaded.All(u => u.Described.Id != one.Id)))
            throw new RestException(RestErrors.UploadMissing);
        if (uploaded.Count > MaximumAttachments)
            form.Fail("attachments", FieldError.Length(0, MaximumAttachments));

        return [.. kept, .. uploaded.Select(one => Attach(call, channelId, one.File, one.Described.Name, one.Described.Text))];
    }

    /// <summary>Keeps an uploaded file under an address of its own.</summary>
    public static Attachment Attach(RestCall call, ulong channelId, UploadedFile file, string? name, string? description)
    {
        var id = call.World.NextId();
        var shown = Path.GetFileName(name ?? file.Name);
        var url = new Uri(call.Address, string.Create(CultureInfo.InvariantCulture, $"/attachments/{channelId}/{id}/{Uri.EscapeDataString(shown)}"));
        return new Attachment(id, shown, file.ContentType, file.Content, url.AbsoluteUri) { Description = description };
    }
}
