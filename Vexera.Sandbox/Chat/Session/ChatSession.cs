using Vexera.Sandbox.Chat.Api;
using Vexera.Sandbox.Chat.Live;
using Vexera.Sandbox.Chat.Markdown;
using Vexera.Sandbox.Chat.Model;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>
/// One open page: whom the person acts as, what is open, and what has been loaded. Not thread-safe: everything
/// runs on the page's own dispatcher.
/// </summary>
internal sealed class ChatSession(IChatWorld world, MessageApi api, TimeProvider time)
{
    /// <summary>How many messages a page of history has.</summary>
    public const int PageSize = 50;

    private readonly Dictionary<ulong, ulong> _lastChannel = [];
    private Action<Action> _post = act => act();

    /// <summary>Something to show has changed.</summary>
    public event Action<ChatParts>? Changed;

    /// <summary>An interaction of this member was made or answered.</summary>
    public event Action<Interaction>? InteractionChanged;

    public Persona? Me { get; private set; }
    public IReadOnlyList<Persona> People { get; private set; } = [];
    public IReadOnlyList<Guild> Guilds { get; private set; } = [];

    /// <summary>The member's direct conversations, oldest first.</summary>
    public IReadOnlyList<Channel> Directs { get; private set; } = [];

    /// <summary>The open guild; null while a direct conversation is open, or nothing.</summary>
    public GuildView? Guild { get; private set; }
    public Channel? Channel { get; private set; }
    public Transcript Transcript { get; } = new();
    public TypingList Typing { get; } = new(time);

    /// <summary>Channels, direct conversations and guilds with something that the member has not opened since.</summary>
    public HashSet<ulong> Unread { get; } = [];

    public TimestampFormat Times { get; private set; } = new(time, TimeZoneInfo.Utc);
    public MarkdownRenderer Markdown => new(new MentionNames(world, Guild), Times);
    public TimeProvider Time => time;
    public bool Loading { get; private set; }

    /// <summary>Why the history could not be loaded; null when it was.</summary>
    public string? LoadProblem { get; private set; }

    /// <summary>Counts changes of names and colours, which messages show.</summary>
    public int NamesVersion { get; private set; }

    /// <summary>Begins. What comes back from timers comes through <paramref name="post"/>.</summary>
    public Task StartAsync(TimeZoneInfo zone, Action<Action> post)
    {
        _post = post;
        Times = new TimestampFormat(time, zone);
        People = world.People;
        return People.Count == 0 ? Task.CompletedTask : ActAsAsync(People[0].Id);
    }

    public void Post(Action act) => _post(act);

    public void Notify(ChatParts parts) => Changed?.Invoke(parts);

    /// <summary>Goes on as somebody else, in the same place where that person may see it.</summary>
    public Task ActAsAsync(ulong person)
    {
        if (People.FirstOrDefault(p => p.Id == person) is not { } me) return Task.CompletedTask;
        Me = me;
        Unread.Clear();
        Guilds = world.GuildsOf(me.Id);
        Directs = world.DirectsOf(me.Id);
        Notify(ChatParts.People);
        var stay = Guilds.Any(g => g.Id == Guild?.Guild.Id) ? Guild?.Guild.Id : FirstGuild;
        return OpenGuildAsync(stay, Channel?.Id);
    }

    /// <summary>Opens a guild at a channel, else at the one that was open last, else at its first.</summary>
    public Task OpenGuildAsync(ulong? id, ulong? channel = null)
    {
        Guild = id is { } known ? View(known) : null;
        NamesVersion++;
        var wanted = channel ?? (id is { } last ? _lastChannel.GetValueOrDefault(last) : 0);
        return OpenAsync(Guild?.Find(wanted) ?? Guild?.First);
    }

    public Task OpenChannelAsync(ulong id) => Guild?.Find(id) is { } channel ? OpenAsync(channel) : Task.CompletedTask;

    /// <summary>Leaves the guilds for a direct conversation, the last one unless told which.</summary>
    public Task OpenDirectAsync(ulong? id = null)
    {
        if (Me is not { } me) return Task.CompletedTask;
        Directs = world.DirectsOf(me.Id);
        if (Directs.LastOrDefault(d => id is null || d.Id == id) is not { } direct) return Task.CompletedTask;
        Guild = null;
        NamesVersion++;
        return OpenAsync(direct);
    }

    public Task LoadOlderAsync() =>
        !Loading && Transcript is { HasOlder: true, Oldest: { } oldest } && Channel is { } channel ? LoadAsync(channel, oldest) : Task.CompletedTask;

    /// <summary>What to call a user here.</summary>
    public string NameOf(ChatUser user) => Guild?.User(user.Id) ?? user.Name;

    /// <summary>What to call a channel: a direct conversation has its other end's name.</summary>
    public string NameOf(Channel channel) =>
        channel.Recipients.FirstOrDefault(u => u.Id != Me?.Id) is { } other ? other.GlobalName ?? other.Username : channel.Name;

    /// <summary>What to call a user by id; null where nobody has it.</summary>
    public string? NameOf(ulong user) => new MentionNames(world, Guild).User(user);

    /// <summary>Whether a message pings the member.</summary>
    public bool Mentions(ChatMessage message) =>
        Me is { } me && (message.MentionEveryone || message.Mentions.Any(u => u.Id == me.Id) || message.MentionRoles.Any(r => Guild?.Has(me.Id, r) == true));

    /// <summary>Takes a batch of what happened, and tells once what to show anew.</summary>
    public void Apply(IReadOnlyList<WorldEvent> batch)
    {
        if (Me is not { } me) return;
        var changed = ChatParts.None;
        foreach (var happened in batch) changed |= Apply(happened, me);
        if (changed.HasFlag(ChatParts.People)) People = world.People;
        if (changed.HasFlag(ChatParts.Guilds)) Guilds = world.GuildsOf(me.Id);
        if (changed.HasFlag(ChatParts.Channels)) Post(Refresh);
        if (changed.HasFlag(ChatParts.Messages)) Transcript.Trim();
        if (changed != ChatParts.None) Notify(changed);
    }

    private ulong? FirstGuild => Guilds is [var first, ..] ? first.Id : null;

    private ChatParts Apply(WorldEvent happened, Persona me)
    {
        if (happened.Subject is Interaction interaction && interaction.User.Id == me.Id) InteractionChanged?.Invoke(interaction);
        if (happened.ChannelId is { } channel && LiveMessage.Of(happened, me.Id) is { } live)
            return channel == Channel?.Id ? live.ApplyTo(Transcript, Typing, me.Id) : live.IsNew && MarkUnread(happened, me) ? ChatParts.Guilds : ChatParts.None;
        return StructureChange.Of(happened, Guild?.Guild.Id, me.Id);
    }

    private bool MarkUnread(WorldEvent happened, Persona me)
    {
        if (happened.UserId == me.Id || happened.ChannelId is not { } channel) return false;
        if (happened.GuildId is not { } guild)
        {
            Directs = world.DirectsOf(me.Id);
            return Unread.Add(channel);
        }
        return View(guild)?.Find(channel) is not null && (Unread.Add(channel) | (guild != Guild?.Guild.Id && Unread.Add(guild)));
    }

    /// <summary>Reads the open guild anew; what the member may not see any more is left.</summary>
    private void Refresh()
    {
        var (guild, channel) = (Guild?.Guild.Id, Channel);
        if (guild is null && channel is { IsDm: true }) return;
        if (guild is null || Guilds.All(g => g.Id != guild))
        {
            _ = OpenGuildAsync(FirstGuild);
            return;
        }
        Guild = View(guild.Value);
        NamesVersion++;
        if (channel is not null && Guild?.Find(channel.Id) is { } still) Channel = still;
        else _ = OpenAsync(Guild?.First);
        Notify(ChatParts.Channels | ChatParts.Members | ChatParts.Messages);
    }

    private GuildView? View(ulong guild) => Me is { } me && world.FindGuild(guild) is { } found ? new GuildView(found, me.Id, time.GetUtcNow()) : null;

    private async Task OpenAsync(Channel? channel)
    {
        Channel = channel;
        Transcript.Clear();
        Typing.Clear();
        LoadProblem = null;
        if (channel is not null) Unread.Remove(channel.Id);
        if (channel is { GuildId: { } guild })
        {
            _lastChannel[guild] = channel.Id;
            Unread.Remove(guild);
        }
        Notify(ChatParts.All);
        if (channel is not null) await LoadAsync(channel, before: null);
    }

    private async Task LoadAsync(Channel channel, ulong? before)
    {
        var me = Me!;
        Loading = true;
        LoadProblem = null;
        Notify(ChatParts.Messages);
        try
        {
            var page = await api.GetAsync(me.Token, channel.Id, before, PageSize);
            if (channel.Id == Channel?.Id && me == Me) Transcript.AddPage(page, page.Count == PageSize);
        }
        catch (ApiException refused)
        {
            if (channel.Id == Channel?.Id) LoadProblem = refused.Message;
        }
        Loading = false;
        Notify(ChatParts.Messages);
    }
}
