using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Rest.Resources;

/// <summary>Fits one message to the routes that take different parts of it.</summary>
internal static class OutgoingMessages
{
    /// <summary>The message without what only its creation in a channel takes.</summary>
    public static OutgoingMessage WithoutCreation(this OutgoingMessage message) =>
        message with { Nonce = null, EnforceNonce = null, MessageReference = null };
}
