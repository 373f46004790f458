using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;

namespace Vexera.Tests.State;

/// <summary>What a guild really is.</summary>
internal sealed class GuildTruth
{
    public string Name { get; set; } = "first";

    public bool Available { get; set; } = true;

    public int MemberCount { get; set; } = 3;

    public Member Self { get; set; } = new() { User = StateBench.Bot };

    public Dictionary<ulong, Role> Roles { get; } = new() { [1] = StateBench.RoleOf(1) };

    public Dictionary<ulong, Channel> Channels { get; } = [];

    public List<ulong> ThreadsOf(ulong parent) =>
        [.. Channels.Where(pair => pair.Value.Type == ChannelType.PublicThread && pair.Value.ParentId == new Snowflake(parent)).Select(pair => pair.Key)];

    public Guild ToGuild(Snowflake id) => new()
    {
        Id = id,
        Name = Name,
        OwnerId = new(1),
        MemberCount = MemberCount,
        Roles = [.. Roles.Values],
        Channels = [.. Channels.Values.Where(channel => channel.Type == ChannelType.GuildText)],
        Threads = [.. Channels.Values.Where(channel => channel.Type == ChannelType.PublicThread)],
        Members = [Self],
    };

    public GuildSnapshot? ToSnapshot(Snowflake id) => new(ToGuild(id) with { Channels = [], Threads = [], Members = [], MemberCount = null }, [.. Channels.Values], Self);

    public void ShouldBeWhatIsKnown(GuildState? state)
    {
        state.ShouldNotBeNull();
        state.Name.ShouldBe(Name);
        state.Available.ShouldBe(Available);
        state.MemberCount.ShouldBe(MemberCount);
        JsonSerializer.Serialize(state.Self).ShouldBe(JsonSerializer.Serialize(Self));
        state.Roles.ToDictionary(pair => pair.Key.Value, pair => pair.Value).ShouldBe(Roles, ignoreOrder: true);
        state.Channels.Keys.Select(key => key.Value).ShouldBe(Channels.Keys, ignoreOrder: true);
        foreach (var (id, channel) in state.Channels)
            (channel with { PermissionOverwrites = [] }).ToString().ShouldBe((Channels[id.Value] with { PermissionOverwrites = [] }).ToString());
    }
}
