using Vexera.Sandbox.Chat.Model;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>The loaded part of one channel's messages, oldest first, and the rows to show them in.</summary>
internal sealed class Transcript
{
    /// <summary>How many stay loaded while the reader is at the newest; older ones are a click away.</summary>
    public const int Capacity = 300;

    private static readonly TimeSpan SameBreath = TimeSpan.FromMinutes(7);

    private readonly List<ChatMessage> _messages = [];
    private readonly HashSet<ulong> _removed = [];
    private IReadOnlyList<MessageRow>? _rows;

    /// <summary>Whether older messages may exist than the oldest loaded one.</summary>
    public bool HasOlder { get; private set; }

    public ulong? Oldest => _messages.Count == 0 ? null : _messages[0].Id;

    public IReadOnlyList<ChatMessage> Messages => _messages;

    public IReadOnlyList<MessageRow> Rows => _rows ??= MakeRows();

    /// <summary>Forgets everything, for another channel.</summary>
    public void Clear()
    {
        _messages.Clear();
        _removed.Clear();
        HasOlder = false;
        _rows = null;
    }

    /// <summary>Adds a page of history. What happened live since it was asked for is newer and wins.</summary>
    public void AddPage(IEnumerable<ChatMessage> page, bool hasOlder)
    {
        foreach (var message in page)
            if (!_removed.Contains(message.Id) && Find(message.Id) is null) Put(message);
        HasOlder = hasOlder;
        _rows = null;
    }

    /// <summary>Adds a new message or replaces an edited one; an edit of what is not loaded changes nothing.</summary>
    public void Put(ChatMessage message, bool onlyIfLoaded = false)
    {
        var at = _messages.BinarySearch(message, ById);
        if (at >= 0) _messages[at] = message;
        else if (onlyIfLoaded) return;
        else _messages.Insert(~at, message);
        _rows = null;
    }

    public void Remove(ulong id)
    {
        _removed.Add(id);
        if (Find(id) is { } at) _messages.RemoveAt(at);
        _rows = null;
    }

    /// <summary>Lets go of the oldest beyond <see cref="Capacity"/>.</summary>
    public void Trim()
    {
        if (_messages.Count <= Capacity) return;
        _messages.RemoveRange(0, _messages.Count - Capacity);
        HasOlder = true;
        _rows = null;
    }

    private static Comparer<ChatMessage> ById { get; } = Comparer<ChatMessage>.Create((a, b) => a.Id.CompareTo(b.Id));

    private int? Find(ulong id) => _messages.BinarySearch(new ChatMessage { Id = id }, ById) is var at and >= 0 ? at : null;

    private List<MessageRow> MakeRows()
    {
        var rows = new List<MessageRow>(_messages.Count);
        ChatMessage? before = null;
        foreach (var message in _messages)
        {
            rows.Add(new MessageRow(message, before is null || !Continues(before, message)));
            before = message;
        }
        return rows;
    }

    private static bool Continues(ChatMessage before, ChatMessage message) =>
        before.Author.Id == message.Author.Id
        && before.WebhookId == message.WebhookId
        && message.Type == 0
        && message.InteractionMetadata is null
        && before.IsEphemeral == message.IsEphemeral
        && message.Timestamp - before.Timestamp < SameBreath;
}

/// <summary>A message as it stands in the list.</summary>
/// <param name="Message">The message.</param>
/// <param name="Opens">Whether it names its author: it does not go on in the same breath as the one before.</param>
public readonly record struct MessageRow(ChatMessage Message, bool Opens)
{
    /// <summary>Whether the same message record stands in the same place.</summary>
    public bool Equals(MessageRow other) => ReferenceEquals(Message, other.Message) && Opens == other.Opens;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Message.Id, Opens);
}
