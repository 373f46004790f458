using Vexera.Sandbox.Chat.Api;
using Vexera.Sandbox.Chat.Model;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>What the member does with messages. A refusal is kept in words and nothing else changes.</summary>
internal sealed class MessageActions(ChatSession session, MessageApi api) : IDisposable
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim _inOrder = new(1, 1);
    private (ulong Channel, ulong User, long At)? _typed;
    private int _sent;

    /// <summary>Why the last thing was refused; null when it was done.</summary>
    public string? Problem { get; private set; }

    /// <summary>The message that the next one will answer.</summary>
    public ChatMessage? ReplyingTo { get; private set; }

    /// <summary>The message whose text is being changed.</summary>
    public ChatMessage? Editing { get; private set; }

    public void ReplyTo(ChatMessage? message)
    {
        ReplyingTo = message;
        session.Notify(ChatParts.Composer);
    }

    public void Edit(ChatMessage? message)
    {
        Editing = message;
        session.Notify(ChatParts.Composer);
    }

    /// <summary>Says something in the open channel, after what was said before; false when it was refused.</summary>
    public async Task<bool> SendAsync(string text)
    {
        if (session is not { Channel: { } channel, Me: { } me }) return false;
        await _inOrder.WaitAsync();
        try
        {
            var nonce = $"{session.Time.GetUtcNow().ToUnixTimeMilliseconds()}{++_sent % 1000:000}";
            if (!await TryAsync(() => api.SendAsync(me.Token, channel.Id, text, ReplyingTo?.Id, nonce))) return false;
            _typed = null;
            ReplyTo(null);
            return true;
        }
        finally
        {
            _inOrder.Release();
        }
    }

    /// <summary>Changes the text of <see cref="Editing"/>; false when it was refused.</summary>
    public async Task<bool> SaveAsync(string text)
    {
        if (session.Me is not { } me || Editing is not { } message) return false;
        var done = await TryAsync(() => api.EditAsync(me.Token, message.ChannelId, message.Id, text));
        if (done) Edit(null);
        return done;
    }

    /// <summary>Deletes a message; one that only the member sees is put away.</summary>
    public Task DeleteAsync(ChatMessage message)
    {
        if (!message.IsEphemeral) return AsMeAsync(token => api.DeleteAsync(token, message.ChannelId, message.Id));
        session.Transcript.Remove(message.Id);
        session.Notify(ChatParts.Messages);
        return Task.CompletedTask;
    }

    public Task ReactAsync(ChatMessage message, ChatEmoji emoji, bool on) =>
        AsMeAsync(token => api.ReactAsync(token, message.ChannelId, message.Id, emoji, on));

    /// <summary>
    /// Shows others that the member types, not more often than their sight of it needs. Nobody asked for it, so whether it was
    /// refused or not says nothing.
    /// </summary>
    public async Task TypeAsync()
    {
        if (session is not { Channel: { } channel, Me: { } me }) return;
        var now = session.Time.GetTimestamp();
        if (_typed is { } last && last.Channel == channel.Id && last.User == me.Id && session.Time.GetElapsedTime(last.At, now) < TypingPause) return;
        _typed = (channel.Id, me.Id, now);
        _ = await AttemptAsync(() => api.TypeAsync(me.Token, channel.Id));
    }

    public void Forgive()
    {
        Problem = null;
        session.Notify(ChatParts.Composer);
    }

    public void Dispose() => _inOrder.Dispose();

    private Task AsMeAsync(Func<string, Task> act) => session.Me is { } me ? TryAsync(() => act(me.Token)) : Task.CompletedTask;

    private async Task<bool> TryAsync(Func<Task> act)
    {
        var problem = await AttemptAsync(act);
        if (problem != Problem)
        {
            Problem = problem;
            session.Notify(ChatParts.Composer);
        }
        return problem is null;
    }

    // Why it was refused, or null when it was done.
    private static async Task<string?> AttemptAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (ApiException refused)
        {
            return refused.Message;
        }
    }
}
