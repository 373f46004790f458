using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Reads which message a new one answers.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/message#message-reference-structure"/>
internal static class MessageReferences
{
    private static readonly FieldError UnknownMessage = new("REPLIES_UNKNOWN_MESSAGE", "Unknown message");
    private static readonly FieldError OtherChannel =
        new("REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL", "Cannot reply to a message in a different channel");

    private static readonly FieldError SystemMessage =
        new("REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message");

    /// <summary>Null when the message answers none, or one that is gone and may be.</summary>
    public static MessageReference? Read(RestCall call, Channel channel)
    {
        if (call.Form.Object("message_reference") is not { } form)
            return null;

        form.Choice("type", required: false, 0);
        var id = form.Id("message_id", required: true);
        var mustExist = form.Boolean("fail_if_not_exists") ?? true;
        if (form.Id("channel_id") is { } elsewhere && elsewhere != channel.Id)
            call.Form.Fail("message_reference", OtherChannel);
        call.Form.Errors.ThrowIfAny();
        if (!call.Permissions(channel).HasFlag(Permission.ReadMessageHistory))
            throw new RestException(RestErrors.CannotReply);

        var found = call.World.Messages.Find(channel.Id, id!.Value);
        if (found is null || (found.VisibleTo is { } viewer && viewer != call.User.Id))
            return mustExist ? throw FormErrors.Single("message_reference", UnknownMessage) : null;
        if (found.Type is not (MessageType.Default or MessageType.Reply or MessageType.ChatInputCommand or MessageType.ContextMenuCommand))
            throw FormErrors.Single("message_reference", SystemMessage);
        return new MessageReference(channel.Id, found.Id, channel.GuildId);
    }
}
