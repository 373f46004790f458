using System.Text.Json;

namespace Vexera.Sandbox.World;

/// <summary>Which message each sender's nonce made, for a few minutes. Guarded by the world's gate.</summary>
internal sealed class Nonces(TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private readonly Dictionary<(ulong Author, ulong Channel, string Nonce), ulong> _messages = [];
    private readonly Queue<(DateTimeOffset At, (ulong Author, ulong Channel, string Nonce) Key)> _byAge = [];

    public ulong? Find(ulong authorId, ulong channelId, JsonElement? nonce)
    {
        Forget();
        return nonce is { } known && _messages.TryGetValue((authorId, channelId, known.ToString()), out var messageId) ? messageId : null;
    }

    public void Remember(ulong authorId, ulong channelId, JsonElement? nonce, ulong messageId)
    {
        if (nonce is { } known)
        {
            Forget();
            var key = (authorId, channelId, known.ToString());
            _messages[key] = messageId;
            _byAge.Enqueue((clock.GetUtcNow(), key));
        }
    }

    private void Forget()
    {
        while (_byAge.TryPeek(out var oldest) && clock.GetUtcNow() - oldest.At > Remembered)
        {
            _messages.Remove(_byAge.Dequeue().Key);
        }
    }
}
