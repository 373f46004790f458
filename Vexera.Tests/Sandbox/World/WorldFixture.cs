using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Vexera.Sandbox;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.World;

/// <summary>The demo world without a server, and all that happens in it.</summary>
internal sealed class WorldFixture
{
    public WorldFixture()
    {
        World = DemoWorld.Create(new SandboxOptions { TimeProvider = Clock });
        World.Subscribe(Events.Add);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero));
    public SandboxWorld World { get; }
    public List<WorldEvent> Events { get; } = [];
    public ulong GuildId { get; } = WorldIds.Guild(0);
    public Guild Guild => World.Guilds.Get(GuildId);
    public User Owner => World.Users.Get(DemoWorld.People[0].Id);
    public User Moderator => World.Users.Get(DemoWorld.People[1].Id);
    public User Member => World.Users.Get(DemoWorld.People[2].Id);
    public User Bot => World.Users.Get(DemoWorld.BotId);
    public Actor ByOwner => new(Owner.Id, "because");
    public Channel General => ChannelNamed("general");

    public Channel ChannelNamed(string name) => Guild.Channels.Values.Single(channel => channel.Name == name);

    public Role RoleNamed(string name) => Guild.Roles.Values.Single(role => role.Name == name);

    public Message Say(string text, User? author = null, Func<MessageDraft, MessageDraft>? more = null)
    {
        var draft = new MessageDraft { Content = text };
        return World.Messages.Create(General.Id, author ?? Member, more?.Invoke(draft) ?? draft);
    }

    public IEnumerable<string> EventNames => Events.Select(happened => happened.Name);

    /// <summary>The payload of the last event of a name, as the owner sees it.</summary>
    public JsonElement Payload(string name)
    {
        var happened = Events.Last(one => one.Name == name);
        return JsonBytes.Element(json => happened.Write(json, new Viewer(Owner.Id)));
    }
}
