using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Vexera.Sandbox;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Rest;

/// <summary>A sandbox of its own for each test, on a free port, with a clock that stands until it is moved.</summary>
public abstract class RestTest : IAsyncLifetime
{
    private readonly List<IDisposable> _owned = [];
    private readonly List<(string Name, JsonElement Data, WorldEvent Event)> _events = [];

    internal FakeTimeProvider Clock { get; } = new(DemoWorld.FirstMoment.AddDays(30));

    internal SandboxServer Server { get; private set; } = null!;

    internal SandboxWorld World => Server.World;

    internal SandboxStats Stats => Server.Services.GetRequiredService<SandboxStats>();

    internal SandboxFaults Faults => Server.Services.GetRequiredService<SandboxFaults>();

    internal RestClient Bot { get; private set; } = null!;

    internal RestClient Owner { get; private set; } = null!;

    internal RestClient Moderator { get; private set; } = null!;

    internal RestClient Member { get; private set; } = null!;

    internal Guild Guild => World.Guilds.Get(DemoWorld.GuildIds(World).First());

    internal static ulong BotId => DemoWorld.BotId;

    internal static ulong OwnerId => DemoWorld.People[0].Id;

    internal static ulong ModeratorId => DemoWorld.People[1].Id;

    internal static ulong MemberId => DemoWorld.People[2].Id;

    internal ulong General => ChannelId("general");

    /// <summary>The rules that the bot broke.</summary>
    internal IEnumerable<string> Violations => Stats.Violations.Select(violation => violation.Rule);

    public async ValueTask InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://127.0.0.1:0", TimeProvider = Clock, Seed = 7 }, TestContext.Current.CancellationToken);
        Bot = Client($"Bot {World.Users.TokenOf(BotId)}");
        Owner = Client(World.Users.TokenOf(OwnerId));
        Moderator = Client(World.Users.TokenOf(ModeratorId));
        Member = Client(World.Users.TokenOf(MemberId));
        _owned.Add(World.Subscribe(happened =>
        {
            lock (_events)
                _events.Add((happened.Name, JsonBytes.Element(json => happened.Write(json, new Viewer(BotId))), happened));
        }));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
            owned.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal RestClient Client(string? authorization)
    {
        var client = new RestClient(Server.Address, authorization);
        _owned.Add(client);
        return client;
    }

    internal ulong ChannelId(string name) => Guild.Channels.Values.Single(channel => channel.Name == name).Id;

    internal ulong RoleId(string name) => Guild.Roles.Values.Single(role => role.Name == name).Id;

    /// <summary>What the gateway would have been told, oldest first.</summary>
    internal IReadOnlyList<JsonElement> Events(string name)
    {
        lock (_events)
            return [.. _events.Where(one => one.Name == name).Select(one => one.Data)];
    }

    /// <summary>The newest entry of the guild's audit log.</summary>
    internal AuditLogEntry LastAudit => World.AuditLog.Of(Guild.Id).First();

    /// <summary>Takes everything that the demo's bot role gives, and gives this instead.</summary>
    internal void GrantBot(Vexera.Sandbox.World.Permissions.Permission permissions) =>
        World.Roles.Update(Guild.Id, RoleId("Vexera"), new Actor(OwnerId), role => role with { Permissions = permissions });
}
