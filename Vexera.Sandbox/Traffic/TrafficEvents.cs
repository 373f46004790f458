using System.Text.Json;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Generated;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Traffic;

/// <summary>Makes numbered events without touching the world; what messages say is <see cref="TrafficText"/>.</summary>
internal sealed class TrafficEvents(SandboxWorld world)
{
    private const int BareMessage = 850;
    private readonly TrafficText _text = new(world.Seed);

    /// <summary>A message that exists only as its number until it is sent, since replay buffers keep many.</summary>
    public WorldEvent Message(ulong guildId, long number, int size)
    {
        var (id, now) = (world.NextId(), world.Now);
        return new WorldEvent("MESSAGE_CREATE", (json, viewer) => Write(json, viewer, guildId, id, now, _text.Of(number, size - BareMessage))) { GuildId = guildId };
    }

    public WorldEvent Typing(ulong guildId)
    {
        var now = world.Now;
        return new WorldEvent("TYPING_START", (json, viewer) =>
        {
            var (channel, author, _) = SceneOf(guildId);
            MemberEvents.Typing(channel, author.User, author, now).Write(json, viewer);
        })
        { GuildId = guildId };
    }

    private void Write(Utf8JsonWriter json, Viewer viewer, ulong guildId, ulong id, DateTimeOffset now, string text)
    {
        var (channel, author, guild) = SceneOf(guildId);
        MessageEvents.Created(new Message(id, channel.Id, author.User, now) { GuildId = guildId, Content = text }, channel, guild).Write(json, viewer);
    }

    // Demo guilds are kept; of the others only who speaks where is made.
    private (Channel Channel, Member Author, Guild Guild) SceneOf(ulong guildId)
    {
        var number = (int)WorldIds.NumberOf(guildId);
        if (world.Guilds.IsKept(guildId))
        {
            var guild = world.Guilds.Get(guildId);
            var spoken = guild.SystemChannelId is { } id ? guild.Channels[id] : guild.ChannelsInOrder.First(channel => channel.Type == ChannelType.Text);
            var speaker = guild.Members.Values.Where(member => !member.User.Bot).MaxBy(member => member.User.Id)!;
            return (spoken, speaker, guild);
        }

        var plan = new GuildPlan(number, 0, 0, 0);
        var author = new Member(GuildMaker.Person(plan, GuildPlan.People - 1), WorldIds.FirstMoment.AddHours(1));
        var bare = new Guild(guildId, "", plan.Person(0));
        return (new Channel(plan.Channel(1), ChannelType.Text) { GuildId = guildId, Name = "general" }, author,
            bare with { Members = bare.Members.Add(author.User.Id, author) });
    }
}
