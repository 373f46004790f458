using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.State.Updates;

namespace Vexera.Core.State;

/// <summary>Which events change what is known, and how. Called in sequence order by the loop of the event's shard.</summary>
internal sealed class StateUpdates
{
    private readonly Dictionary<Type, Func<object, EventOrigin, StateChange>> _updates = [];
    private readonly GuildStateStore _guilds;
    private readonly SelfState _self;

    public StateUpdates(GuildStateStore guilds, SelfState self)
    {
        _guilds = guilds;
        _self = self;

        On<ReadyEvent>(Begin);
        On<UserUpdateEvent>((e, _) => Update(e));
        On<GuildCreateEvent>((e, _) => Arrive(e));
        On<GuildDeleteEvent>((e, _) => e.Unavailable ? Lose(e) : Leave(e));

        OnGuild<GuildUpdateEvent>(e => e.Guild.Id, static (state, e) => GuildUpdates.Update(state, e.Guild));
        OnGuild<ChannelCreateEvent>(e => e.Channel.GuildId, static (state, e) => ChannelUpdates.Put(state, e.Channel));
        OnGuild<ChannelUpdateEvent>(e => e.Channel.GuildId, static (state, e) => ChannelUpdates.Put(state, e.Channel));
        OnGuild<ChannelDeleteEvent>(e => e.Channel.GuildId, static (state, e) => ChannelUpdates.Remove(state, e.Channel));
        OnGuild<ThreadCreateEvent>(e => e.Thread.GuildId, static (state, e) => ThreadUpdates.Put(state, e.Thread));
        OnGuild<ThreadUpdateEvent>(e => e.Thread.GuildId, static (state, e) => ThreadUpdates.Put(state, e.Thread));
        OnGuild<ThreadDeleteEvent>(e => e.GuildId, ThreadUpdates.Remove);
        OnGuild<ThreadListSyncEvent>(e => e.GuildId, ThreadUpdates.Sync);
        OnGuild<GuildRoleCreateEvent>(e => e.GuildId, static (state, e) => RoleUpdates.Put(state, e.Role));
        OnGuild<GuildRoleUpdateEvent>(e => e.GuildId, static (state, e) => RoleUpdates.Put(state, e.Role));
        OnGuild<GuildRoleDeleteEvent>(e => e.GuildId, static (state, e) => RoleUpdates.Remove(state, e.RoleId));
        OnGuild<GuildMemberAddEvent>(e => e.GuildId, MemberUpdates.Add);
        OnGuild<GuildMemberRemoveEvent>(e => e.GuildId, MemberUpdates.Remove);
        OnGuild<GuildMemberUpdateEvent>(e => e.GuildId, (state, e) => MemberUpdates.Update(state, e.Member, _self.User));
    }

    /// <summary>Whether State wants events of this type.</summary>
    public bool Concern(Type eventType) => _updates.ContainsKey(eventType);

    /// <summary>Applies an event that <see cref="Concern"/> State.</summary>
    /// <param name="gatewayEvent">The typed event.</param>
    /// <param name="origin">Where it comes from.</param>
    public StateChange Apply(object gatewayEvent, in EventOrigin origin) => _updates[gatewayEvent.GetType()](gatewayEvent, origin);

    private StateChange Begin(ReadyEvent ready, EventOrigin origin)
    {
        _self.Learn(ready.User, ready.Application);
        var gone = _guilds.Await(ready.Guilds, origin.ShardId, ready.ShardCount);
        return new StateChange(ready, Raised: [.. gone.SelectMany(id => Leave(id, GuildLeftReason.WhileAway))]);
    }

    private StateChange Update(UserUpdateEvent update)
    {
        _self.Update(update.User);
        return new StateChange(update);
    }

    private StateChange Arrive(GuildCreateEvent create)
    {
        var (kind, before, after) = _guilds.Arrive(create.Guild, _self.User?.Id);
        return new StateChange(create with { Kind = kind }, create.Guild.Id, before, after);
    }

    private StateChange Lose(GuildDeleteEvent outage)
    {
        var (before, after) = _guilds.Lose(outage.GuildId);
        return new StateChange(outage, outage.GuildId, before, after);
    }

    private StateChange Leave(GuildDeleteEvent removal)
    {
        var raised = Leave(removal.GuildId, GuildLeftReason.Removed).ToArray();
        return new StateChange(removal, removal.GuildId, raised.FirstOrDefault().Before, Raised: raised);
    }

    private IEnumerable<StateChange> Leave(Snowflake guildId, GuildLeftReason reason) =>
        _guilds.Leave(guildId, out var before) ? [new StateChange(new GuildLeftEvent(guildId, reason), guildId, before)] : [];

    private void On<TEvent>(Func<TEvent, EventOrigin, StateChange> update)
        where TEvent : class =>
        _updates.Add(typeof(TEvent), (e, origin) => update((TEvent)e, origin));

    private void OnGuild<TEvent>(Func<TEvent, Snowflake?> guildOf, Func<GuildState, TEvent, GuildState> update)
        where TEvent : class =>
        On<TEvent>((e, _) =>
        {
            if (guildOf(e) is not { } guildId)
                return new StateChange(e);
            var (before, after) = _guilds.Change(guildId, e, update);
            return new StateChange(e, guildId, before, after);
        });
}
