using System.Net.Http.Json;
using Vexera.Sandbox;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Support;

/// <summary>The built bot as a process on a sandbox in this one. The sandbox goes on while the bot is killed and started anew.</summary>
internal sealed class BotOnSandbox : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http;
    private readonly IDisposable _subscription;
    private volatile TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotOnSandbox(SandboxServer server)
    {
        Server = server;
        _http = new HttpClient { BaseAddress = server.Address };
        _subscription = World.Subscribe(_ => Interlocked
            .Exchange(ref _happened, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult());
    }

    public SandboxServer Server { get; }

    public SandboxWorld World => Server.World;

    /// <summary>The process that runs, or ran last.</summary>
    public VexeraProcess Process { get; private set; } = null!;

    public Guild Guild => World.Guilds.Get(DemoWorld.GuildIds(World).First());

    public static ulong Owner => DemoWorld.People[0].Id;

    /// <summary>A sandbox, and the bot on it when <paramref name="start"/> says so, ready.</summary>
    public static Task<BotOnSandbox> CreateAsync(bool start = true, int guilds = 2) =>
        CreateAsync(new SandboxOptions { Guilds = guilds }, start);

    /// <summary>A sandbox of any kind, and the bot on it when <paramref name="start"/> says so, ready.</summary>
    public static async Task<BotOnSandbox> CreateAsync(SandboxOptions options, bool start = true)
    {
        var server = await SandboxServer.StartAsync(options with { Urls = "http://127.0.0.1:0" }, TestContext.Current.CancellationToken);
        var bot = new BotOnSandbox(server);
        if (start)
            await bot.StartAsync();
        return bot;
    }

    /// <summary>A file in the bot's working directory.</summary>
    public string File(string name) => _folder.File(name);

    /// <summary>Starts a process and waits until its shards are ready.</summary>
    public async Task StartAsync(params (string Name, string Value)[] environment)
    {
        Launch(environment);
        await Process.WaitForOutAsync("shards are ready");
    }

    /// <summary>Starts a process.</summary>
    public void Launch(params (string Name, string Value)[] environment) => Process = Start("run", environment);

    /// <summary>Starts a process beside the bot, with the bot's settings.</summary>
    public VexeraProcess Start(string command, params (string Name, string Value)[] environment) => VexeraProcess.Start(
        _folder.Path,
        [command],
        [
            ("Discord__ApiBaseUrl", new Uri(Server.Address, "/api/v10").AbsoluteUri),
            ("Discord__Token", World.Users.TokenOf(DemoWorld.BotId)),
            .. environment,
        ]);

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync() => await Process.DisposeAsync();

    /// <summary>Asks the process to stop, as systemd does: it handles what it has received first.</summary>
    public async Task StopAsync()
    {
        Process.Terminate();
        (await Process.WaitForExitAsync()).ShouldBe(0, Process.Out + Process.Error);
    }

    /// <summary>Makes a fault, or asks another control route.</summary>
    public async Task ControlAsync(string route, object body) =>
        (await _http.PostAsJsonAsync(route, body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    /// <summary>A new guild of the demo's people with the bot in it.</summary>
    public async Task<ulong> AddGuildAsync(string name)
    {
        await ControlAsync("sandbox/guilds", new { name, bot = true });
        return World.Guilds.Ids.Single(id => World.Guilds.Get(id).Name == name);
    }

    public ulong GeneralOf(ulong guild) => World.Guilds.Get(guild).Channels.Values.Single(channel => channel.Name == "general").Id;

    /// <summary>A person says something.</summary>
    public void Say(ulong guild, string text, ulong? person = null) =>
        World.Messages.Create(GeneralOf(guild), World.Users.Get(person ?? Owner), new MessageDraft { Content = text });

    /// <summary>What the bot has said in a guild, all channels, oldest first.</summary>
    public IReadOnlyList<Message> SaidIn(ulong guild) =>
    [
        .. World.Guilds.Get(guild).Channels.Keys
            .SelectMany(channel => World.Messages.List(channel, Owner))
            .Where(message => message.Author.Id == DemoWorld.BotId)
            .OrderBy(message => message.Id),
    ];

    /// <summary>
    /// Says "+ping" and waits for the answer: the bot has received then whatever happened before.
    /// </summary>
    public async Task PingAsync(ulong guild)
    {
        var pongs = Pongs(guild);
        Say(guild, "+ping");
        await UntilAsync(() => Pongs(guild) > pongs);
    }

    /// <summary>Waits until something holds of the world.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        while (true)
        {
            var next = _happened.Task;
            if (condition())
                return;
            try
            {
                await next.WaitAsync(Patience, TestContext.Current.CancellationToken);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"What was waited for did not happen. The bot said:\n{Process.Out}\n{Process.Error}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
            await Process.DisposeAsync();
        _subscription.Dispose();
        _http.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private int Pongs(ulong guild) => SaidIn(guild).Count(message => message.Content.StartsWith("Pong!", StringComparison.Ordinal));
}
