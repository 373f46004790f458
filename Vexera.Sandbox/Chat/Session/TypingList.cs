namespace Vexera.Sandbox.Chat.Session;

/// <summary>Who is typing in the open channel. A sign holds for ten seconds or until that user speaks.</summary>
internal sealed class TypingList(TimeProvider time)
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(10);

    private readonly Dictionary<ulong, DateTimeOffset> _until = [];

    public IReadOnlyList<ulong> Users => [.. _until.Where(t => t.Value > time.GetUtcNow()).Select(t => t.Key).Order()];

    public void Add(ulong user) => _until[user] = time.GetUtcNow() + Holds;

    public bool Remove(ulong user) => _until.Remove(user);

    public void Clear() => _until.Clear();
}
