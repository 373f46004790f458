using System.Collections.Immutable;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World;

/// <summary>A channel's messages, oldest first; the oldest fall away. Guarded by the world's gate.</summary>
internal sealed class MessageLog
{
    private const int MostKept = 5_000;
    private const int DroppedAtOnce = 500;
    private readonly List<Message> _messages = [];

    public void Add(Message message)
    {
        if (_messages.Count >= MostKept)
        {
            _messages.RemoveRange(0, DroppedAtOnce);
        }

        _messages.Add(message);
    }

    public Message? Find(ulong id) => IndexOf(id) is var index && index >= 0 ? _messages[index] : null;

    public void Replace(Message message)
    {
        var index = IndexOf(message.Id);
        if (index >= 0)
        {
            _messages[index] = message;
        }
    }

    public bool Remove(ulong id)
    {
        var index = IndexOf(id);
        if (index < 0)
        {
            return false;
        }

        _messages.RemoveAt(index);
        return true;
    }

    /// <summary>Newest first, as Discord lists them.</summary>
    public ImmutableArray<Message> Newest(int limit, Func<Message, bool> which) =>
        [.. Enumerable.Reverse(_messages).Where(which).Take(limit)];

    /// <summary>Those right after an id, still newest first.</summary>
    public ImmutableArray<Message> After(ulong id, int limit, Func<Message, bool> which) =>
        [.. _messages.Where(message => message.Id > id).Where(which).Take(limit).Reverse()];

    private int IndexOf(ulong id)
    {
        int low = 0, high = _messages.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _messages[middle].Id;
            if (found == id)
            {
                return middle;
            }

            (low, high) = found < id ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
