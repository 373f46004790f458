using System.Collections.Immutable;
using Vexera.Sandbox.Chat.Model;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>Something that happened to the messages of a channel, as one member may see it.</summary>
/// <param name="Message">The message after it; null when it is gone.</param>
/// <param name="Gone">Messages that are gone.</param>
/// <param name="IsNew">Whether somebody has just said it.</param>
/// <param name="Typist">Who began to type.</param>
internal sealed record LiveMessage(ChatMessage? Message, ImmutableArray<ulong> Gone, bool IsNew = false, ulong? Typist = null)
{
    /// <summary>Null where it is about something else or not for the member's eyes; the channel is the caller's to check.</summary>
    public static LiveMessage? Of(WorldEvent happened, ulong me)
    {
        if (happened.Recipients is { } recipients && !recipients.Contains(me)) return null;
        return (happened.Name, happened.Subject) switch
        {
            ("MESSAGE_CREATE", Message said) => new(Read(said, me), [], IsNew: true),
            ("MESSAGE_DELETE", Message gone) => new(null, [gone.Id]),
            ("MESSAGE_DELETE_BULK", ImmutableArray<ulong> gone) => new(null, gone),
            ("TYPING_START", User typist) => new(null, [], Typist: typist.Id),
            (_, Message changed) => new(Read(changed, me), []),
            _ => null,
        };
    }

    /// <summary>Applies it to what is loaded and tells what to show anew.</summary>
    public ChatParts ApplyTo(Transcript transcript, TypingList typing, ulong me)
    {
        foreach (var id in Gone) transcript.Remove(id);
        if (Typist is { } typist)
        {
            if (typist != me) typing.Add(typist);
            return ChatParts.Typing;
        }
        if (Message is null) return ChatParts.Messages;
        transcript.Put(Message, onlyIfLoaded: !IsNew);
        return typing.Remove(Message.Author.Id) ? ChatParts.Messages | ChatParts.Typing : ChatParts.Messages;
    }

    private static ChatMessage? Read(Message message, ulong me) =>
        Wire.Read<ChatMessage>(JsonBytes.Element(json => MessageJson.Write(json, message, new Viewer(me))));
}
