using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Replies;

/// <summary>An answer that fits into one message, as it is sent.</summary>
internal static class ReplyMessage
{
    /// <summary>A new message.</summary>
    public static OutgoingMessage New(Reply reply) => new()
    {
        Content = reply.Content.Length > 0 ? reply.Content : null,
        Embeds = reply.Embeds.Count > 0 ? reply.Embeds : null,
        Components = reply.Components.Count > 0 ? reply.Components : null,
        Files = reply.Files,
        Flags = reply.Ephemeral ? OutgoingMessage.Ephemeral : null,
    };

    /// <summary>A message that takes the place of another: nothing of that stays.</summary>
    public static OutgoingMessage Whole(Reply reply) => new()
    {
        Content = reply.Content,
        Embeds = reply.Embeds,
        Components = reply.Components,
        Files = reply.Files,
        Attachments = [],
    };
}
