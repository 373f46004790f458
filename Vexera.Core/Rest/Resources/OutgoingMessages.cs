using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <summary>Fits one message to the routes that take different parts of it.</summary>
internal static class OutgoingMessages
{
    /// <summary>The message without what only its creation in a channel takes.</summary>
    public static OutgoingMessage WithoutCreation(this OutgoingMessage message) =>
        message with { Nonce = null, EnforceNonce = null, MessageReference = null };

    /// <summary>The message with a word on each of the files that go along.</summary>
    public static OutgoingMessage WithAttachments(this OutgoingMessage message) => message.Files.Count == 0
        ? message
        : message with
        {
            Attachments =
            [
                .. message.Attachments ?? [],
                .. message.Files.Select((file, index) => new OutgoingAttachment(new Snowflake((ulong)index), file.Name, file.Description)),
            ],
        };

    /// <summary>The request with a message, and the files that go along with it.</summary>
    public static RestRequest WithMessage(this RestRequest request, OutgoingMessage message) =>
        request.WithJson(message.WithAttachments(), DiscordJson.Default.OutgoingMessage) with { Files = message.Files };
}
