using Vexera.Sandbox.World.Verbs;

namespace Vexera.Sandbox.World;

/// <summary>
/// The simulated Discord: users, guilds and all that happens in them. What is read is immutable and may be kept;
/// each verb changes the world under one lock and tells subscribers in order.
/// </summary>
internal sealed class SandboxWorld
{
    private readonly WorldState _state;

    public SandboxWorld(TimeProvider clock, int seed, IGuildSource source)
    {
        _state = new WorldState(clock, source);
        Seed = seed;
        AuditLog = new AuditLog(_state);
        Users = new Users(_state, seed);
        Guilds = new Guilds(_state, AuditLog);
        Channels = new Channels(_state, AuditLog);
        Roles = new Roles(_state, AuditLog);
        Members = new Members(_state, AuditLog);
        Invites = new Invites(_state, Members, AuditLog);
        Messages = new Messages(_state, AuditLog);
        Reactions = new Reactions(_state, Messages);
        Threads = new Threads(_state, AuditLog);
        Webhooks = new Webhooks(_state, Users, AuditLog);
        Commands = new ApplicationCommands(_state);
        Interactions = new Interactions(_state, Users, Channels);
        VoiceStates = new VoiceStates(_state);
    }

    public int Seed { get; }
    public TimeProvider Clock => _state.Clock;
    public DateTimeOffset Now => _state.Now;
    public AuditLog AuditLog { get; }
    public Users Users { get; }
    public Guilds Guilds { get; }
    public Channels Channels { get; }
    public Roles Roles { get; }
    public Members Members { get; }
    public Invites Invites { get; }
    public Messages Messages { get; }
    public Reactions Reactions { get; }
    public Threads Threads { get; }
    public Webhooks Webhooks { get; }
    public ApplicationCommands Commands { get; }
    public Interactions Interactions { get; }
    public VoiceStates VoiceStates { get; }

    /// <summary>A new id, for what the world does not keep itself.</summary>
    public ulong NextId()
    {
        lock (_state.Gate)
        {
            return _state.Ids.Next();
        }
    }

    /// <summary>Calls back for every event, in order, under the world's lock: be quick and never throw. Dispose to stop.</summary>
    public IDisposable Subscribe(Action<WorldEvent> subscriber) => _state.Subscribe(subscriber);

    /// <summary>Runs something while nothing in the world changes.</summary>
    public T Atomically<T>(Func<T> act)
    {
        lock (_state.Gate)
        {
            return act();
        }
    }

    /// <summary>Tells subscribers of something that happened outside the world's own state, such as generated traffic.</summary>
    public void Publish(WorldEvent happened)
    {
        lock (_state.Gate)
        {
            _state.Publish(happened);
        }
    }
}
