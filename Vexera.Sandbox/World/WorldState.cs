using System.Collections.Concurrent;
using System.Collections.Immutable;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World;

/// <summary>
/// Everything that the world knows. Verbs change it and publish under <see cref="Gate"/>; anybody may read without it,
/// since what is read is immutable.
/// </summary>
internal sealed class WorldState(TimeProvider clock, IGuildSource source)
{
    private ImmutableArray<Action<WorldEvent>> _subscribers = [];

    /// <summary>One writer at a time; held while an event reaches its subscribers, so that all see one order.</summary>
    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; } = clock;
    public DateTimeOffset Now => Clock.GetUtcNow();
    public Snowflakes Ids { get; } = new(clock);
    public GuildTable Guilds { get; } = new(source);
    public ConcurrentDictionary<ulong, User> Users { get; } = [];
    public ConcurrentDictionary<ulong, Application> Applications { get; } = [];

    /// <summary>The user behind each token.</summary>
    public ConcurrentDictionary<string, ulong> Tokens { get; } = [];

    public ConcurrentDictionary<ulong, Channel> DirectChannels { get; } = [];
    public ConcurrentDictionary<ulong, Webhook> Webhooks { get; } = [];
    public ConcurrentDictionary<ulong, Interaction> Interactions { get; } = [];

    /// <summary>The interaction behind each of their tokens.</summary>
    public ConcurrentDictionary<string, ulong> InteractionTokens { get; } = [];

    /// <summary>Messages of each channel; reached under the gate only.</summary>
    public Dictionary<ulong, MessageLog> Messages { get; } = [];

    /// <summary>Tells subscribers. The gate must be held.</summary>
    public void Publish(WorldEvent happened)
    {
        foreach (var subscriber in _subscribers)
        {
            subscriber(happened);
        }
    }

    /// <summary>The subscriber is called under the gate, must be quick and must not throw.</summary>
    public IDisposable Subscribe(Action<WorldEvent> subscriber)
    {
        ImmutableInterlocked.Update(ref _subscribers, (all, one) => all.Add(one), subscriber);
        return new Subscription(() => ImmutableInterlocked.Update(ref _subscribers, (all, one) => all.Remove(one), subscriber));
    }

    public User? FindUser(ulong id) => Users.GetValueOrDefault(id) ?? source.FindUser(id);

    public User User(ulong id) => FindUser(id) ?? throw WorldException.UnknownUser();

    public Guild Guild(ulong id) => Guilds.Find(id) ?? throw WorldException.UnknownGuild();

    /// <summary>A guild's channel, a thread or a direct conversation.</summary>
    public Channel? FindChannel(ulong id) => DirectChannels.GetValueOrDefault(id) ?? Guilds.FindChannel(id);

    public Channel Channel(ulong id) => FindChannel(id) ?? throw WorldException.UnknownChannel();

    /// <summary>Replaces a channel by a changed one.</summary>
    public Channel Change(Channel changed)
    {
        if (changed.GuildId is { } guildId)
        {
            Guilds.Change(guildId, guild => guild with { Channels = guild.Channels.SetItem(changed.Id, changed) });
        }
        else
        {
            DirectChannels[changed.Id] = changed;
        }

        return changed;
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
