using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Vexera.Sandbox;
using Vexera.Sandbox.Chat.Api;
using Vexera.Sandbox.Chat.Live;
using Vexera.Sandbox.Chat.Session;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Chat.Session;

/// <summary>The demo world, a session that looks at it, and an API that answers what a test says.</summary>
internal sealed class ChatStage : HttpMessageHandler
{
    private readonly Queue<WorldEvent> _happened = [];

    public ChatStage()
    {
        World = DemoWorld.Create(new SandboxOptions { TimeProvider = Time });
        World.Subscribe(_happened.Enqueue);
        var api = new MessageApi(new ApiHttp(new HttpClient(this) { BaseAddress = new Uri("http://127.0.0.1") }));
        Session = new ChatSession(new SandboxChatWorld(World), api, Time);
        Session.Changed += parts => Changes.Add(parts);
        Actions = new MessageActions(Session, api);
        Desk = new InteractionDesk(Session, api);
    }

    public static DemoPerson Owner => DemoWorld.People[0];
    public static DemoPerson Moderator => DemoWorld.People[1];
    public static DemoPerson Plain => DemoWorld.People[2];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));
    public SandboxWorld World { get; }
    public ChatSession Session { get; }
    public MessageActions Actions { get; }
    public InteractionDesk Desk { get; }
    public List<ChatParts> Changes { get; } = [];
    public List<(string Request, string Token, JsonElement? Body)> Requests { get; } = [];

    /// <summary>Answers a request; null for what a true API would do: the channel's history, or no content.</summary>
    public Func<string, (HttpStatusCode Status, string Body)?> Answer { get; set; } = _ => null;

    public Guild Harbour => World.Guilds.Get(DemoWorld.GuildIds(World).First());

    public Channel Find(string channel) => Harbour.Channels.Values.Single(c => c.Name == channel);

    public Task StartAsync() => Session.StartAsync(TimeZoneInfo.Utc, act => act());

    public async Task<ChatStage> StartedAsync()
    {
        await StartAsync();
        return this;
    }

    public Message Say(string text, DemoPerson? by = null, string channel = "general", Func<MessageDraft, MessageDraft>? more = null) =>
        World.Messages.Create(Find(channel).Id, World.Users.Get((by ?? Plain).Id), (more ?? (d => d))(new MessageDraft { Content = text }));

    /// <summary>Gives the session everything that has happened since the last time.</summary>
    public void Deliver()
    {
        var batch = _happened.ToList();
        _happened.Clear();
        Session.Apply(batch);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var line = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        var body = request.Content is null ? (JsonElement?)null : JsonElement.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        Requests.Add((line, request.Headers.GetValues("Authorization").Single(), body));
        var (status, text) = Answer(line) ?? History(request.RequestUri);
        return new HttpResponseMessage(status) { Content = new StringContent(text) };
    }

    private (HttpStatusCode, string) History(Uri uri)
    {
        if (!uri.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal) || uri.Query.Length == 0) return (HttpStatusCode.NoContent, "");
        var query = System.Web.HttpUtility.ParseQueryString(uri.Query);
        var channel = ulong.Parse(uri.Segments[^2].TrimEnd('/'), provider: null);
        var before = ulong.TryParse(query["before"], out var id) ? id : (ulong?)null;
        var page = World.Messages.List(channel, Session.Me!.Id, int.Parse(query["limit"]!, provider: null), before);
        return (HttpStatusCode.OK, $"[{string.Join(',', page.Select(m => JsonBytes.Element(json => MessageJson.Write(json, m, new Viewer(Session.Me.Id))).GetRawText()))}]");
    }
}
