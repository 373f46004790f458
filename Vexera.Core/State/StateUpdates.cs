using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Updates;

namespace Vexera.Core.State;

/// <summary>Which events change what is known, and how. Called in sequence order by the loop of the event's shard.</summary>
internal sealed class StateUpdates
{
    private readonly Dictionary<Type, Func<object, ShardKey, ValueTask<StateChange>>> _updates = [];
    private readonly GuildStateStore _guilds;
    private readonly SelfState _self;

    public StateUpdates(GuildStateStore guilds, SelfState self)
    {
        _guilds = guilds;
        _self = self;

        On<ReadyEvent>(BeginAsync);
        On<UserUpdateEvent>((e, _) => ValueTask.FromResult(Update(e)));
        On<GuildCreateEvent>(ArriveAsync);
        On<GuildDeleteEvent>((e, shard) => e.Unavailable ? LoseAsync(e, shard) : LeaveAsync(e, shard));

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

    /// <summary>
    /// Whether an event that State wants may change anything; a look at its bytes, so that what members do among themselves is
    /// left unread. May say yes where nothing changes, never no where something does.
    /// </summary>
    /// <param name="descriptor">The kind of event.</param>
    /// <param name="data">The payload.</param>
    public bool MayChange(EventDescriptor descriptor, ReadOnlySpan<byte> data) =>
        descriptor != GatewayEvents.GuildMemberUpdate || MemberUpdates.MayConcern(data, _self.User);

    /// <summary>Applies an event that <see cref="Concern"/> State. Waits only for the database, for a guild that is not in memory.</summary>
    /// <param name="gatewayEvent">The typed event.</param>
    /// <param name="origin">Where it comes from.</param>
    public ValueTask<StateChange> ApplyAsync(object gatewayEvent, in EventOrigin origin) =>
        _updates[gatewayEvent.GetType()](gatewayEvent, new ShardKey(origin.ShardId, origin.ShardCount));

    private async ValueTask<StateChange> BeginAsync(ReadyEvent ready, ShardKey shard)
    {
        _self.Learn(ready.User, ready.Application);
        var raised = new List<StateChange>();
        foreach (var gone in _guilds.Await(shard with { ShardCount = ready.ShardCount }, ready.Guilds))
            await LeaveAsync(gone, shard, GuildLeftReason.WhileAway, raised);
        return new StateChange(ready, Raised: raised);
    }

    private StateChange Update(UserUpdateEvent update)
    {
        _self.Update(update.User);
        return new StateChange(update);
    }

    private async ValueTask<StateChange> ArriveAsync(GuildCreateEvent create, ShardKey shard)
    {
        var (kind, before, after) = await _guilds.ArriveAsync(shard, create.Guild, _self.User?.Id);
        return new StateChange(create with { Kind = kind }, create.Guild.Id, before, after);
    }

    private async ValueTask<StateChange> LoseAsync(GuildDeleteEvent outage, ShardKey shard)
    {
        var (before, after) = await _guilds.LoseAsync(shard, outage.GuildId);
        return new StateChange(outage, outage.GuildId, before, after);
    }

    private async ValueTask<StateChange> LeaveAsync(GuildDeleteEvent removal, ShardKey shard)
    {
        var raised = new List<StateChange>();
        await LeaveAsync(removal.GuildId, shard, GuildLeftReason.Removed, raised);
        return new StateChange(removal, removal.GuildId, raised.FirstOrDefault().Before, Raised: raised);
    }

    private async ValueTask LeaveAsync(Snowflake guildId, ShardKey shard, GuildLeftReason reason, List<StateChange> raised)
    {
        if (await _guilds.LeaveAsync(shard, guildId) is (true, var before))
            raised.Add(new StateChange(new GuildLeftEvent(guildId, reason), guildId, before));
    }

    private void On<TEvent>(Func<TEvent, ShardKey, ValueTask<StateChange>> update)
        where TEvent : class =>
        _updates.Add(typeof(TEvent), (e, shard) => update((TEvent)e, shard));

    private void OnGuild<TEvent>(Func<TEvent, Snowflake?> guildOf, Func<GuildState, TEvent, GuildState> update)
        where TEvent : class =>
        On<TEvent>(async (e, shard) =>
        {
            if (guildOf(e) is not { } guildId)
                return new StateChange(e);
            var (before, after) = await _guilds.ChangeAsync(shard, guildId, e, update);
            return new StateChange(e, guildId, before, after);
        });
}
