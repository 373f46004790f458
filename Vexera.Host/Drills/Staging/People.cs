using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Sampling;

namespace Vexera.Host.Drills.Staging;

/// <summary>People who call commands in several guilds, a few in a second, and who hear what the bot says.</summary>
internal sealed class People : IAsyncDisposable
{
    private static readonly TimeSpan CallEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan HearEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan VisitPatience = TimeSpan.FromSeconds(1);
    private readonly SandboxClient _sandbox;
    private readonly Timeline _timeline;
    private readonly Random _random;
    private readonly PeoplesCalls _phrases;
    private readonly List<PeoplesGuild> _places = [];
    private readonly List<string> _guilds = [];
    private readonly CancellationTokenSource _leaving = new();
    private readonly Lock _access = new();
    private readonly List<Call> _calls = [];
    private readonly List<BotMessage> _heard = [];
    private volatile bool _isQuiet;
    private Task _calling = Task.CompletedTask;
    private Task _hearing = Task.CompletedTask;

    private People(SandboxClient sandbox, Timeline timeline, Random random)
    {
        (_sandbox, _timeline, _random) = (sandbox, timeline, random);
        _phrases = new PeoplesCalls(sandbox.IdOf(SandboxPart.Member), sandbox.IdOf(SandboxPart.Moderator));
    }

    /// <summary>Guilds that were made for them, by id; at least one.</summary>
    public IReadOnlyList<string> Guilds => _guilds;

    /// <summary>Whether they make no calls for now.</summary>
    public bool IsQuiet
    {
        get => _isQuiet;
        set => _isQuiet = value;
    }

    /// <summary>The calls, each with its answers.</summary>
    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_access)
            {
                var answers = _heard.ToLookup(said => said.Answers);
                return [.. _calls.Select(call => call with { Answers = [.. answers[call.Id]] })];
            }
        }
    }

    /// <summary>What the bot said that answers no call.</summary>
    public IReadOnlyList<BotMessage> Unasked
    {
        get
        {
            lock (_access)
            {
                var asked = _calls.Select(call => call.Id).ToHashSet();
                return [.. _heard.Where(said => said.Answers is null || !asked.Contains(said.Answers))];
            }
        }
    }

    /// <summary>Makes guilds for them, before the bot comes.</summary>
    /// <param name="sandbox">The simulator.</param>
    /// <param name="guilds">In how many guilds they are besides the demo's.</param>
    /// <param name="timeline">The drill's time.</param>
    /// <param name="random">Chooses.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<People> GatherAsync(
        SandboxClient sandbox, int guilds, Timeline timeline, Random random, CancellationToken cancellationToken)
    {
        var people = new People(sandbox, timeline, random);
        foreach (var (guild, general) in sandbox.DemoGuilds)
            people._places.Add(await PeoplesGuild.FurnishAsync(sandbox, guild, general, cancellationToken));
        for (var number = 0; number < guilds; number++)
        {
            var guild = await sandbox.CreateGuildAsync($"People {number}", bot: true, cancellationToken);
            people._guilds.Add(guild);
            people._places.Add(await PeoplesGuild.FurnishAsync(sandbox, guild, calls: null, cancellationToken));
        }

        return people;
    }

    /// <summary>They begin to hear.</summary>
    public void Hear() => _hearing = EveryAsync(HearEvery, HearAsync, _leaving.Token);

    /// <summary>They begin to call.</summary>
    /// <param name="until">They stop then.</param>
    public void Call(CancellationToken until) => _calling = EveryAsync(CallEvery, CallAsync, until);

    /// <summary>
    /// In a guild that has only just added the bot, they call at once what names channels, roles and members, which are as new; and
    /// wait a second for the answers.
    /// </summary>
    /// <param name="guildId">The guild; the demo's people are in it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task VisitAsync(string guildId, CancellationToken cancellationToken)
    {
        var guild = await PeoplesGuild.FurnishAsync(_sandbox, guildId, calls: null, cancellationToken);
        foreach (var (by, content) in _phrases.About(guild))
            await CallAsync(guild, by, content, cancellationToken);
        await AllAnsweredAsync(VisitPatience, cancellationToken);
    }

    /// <summary>In their first guild the owner has every case shown in a channel.</summary>
    public Task ShowCasesAsync(CancellationToken cancellationToken)
    {
        var guild = _places.First(place => place.Id == _guilds[0]);
        return CallAsync(guild, SandboxPart.Owner, PeoplesCalls.ShowCases(guild), cancellationToken);
    }

    /// <summary>Waits until they have stopped and every call is answered, or the time is over. Throws what kept them from calling or hearing.</summary>
    public async Task AnsweredAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await EndAsync(_calling);
        await AllAnsweredAsync(patience, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await Task.WhenAll(_calling, _hearing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _leaving.Dispose();
    }

    private async Task AllAnsweredAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var began = _timeline.Now;
        while (!_hearing.IsCompleted && Calls.Any(call => call.Answers.Count == 0) && _timeline.Now - began < patience)
            await Task.Delay(HearEvery, TimeProvider.System, cancellationToken);
        if (_hearing.IsCompleted)
            await EndAsync(_hearing);
    }

    // People who could not go on tell why: a drill without their calls would say nothing about them.
    private static async Task EndAsync(Task loop)
    {
        try
        {
            await loop;
        }
        catch (OperationCanceledException canceled) when (canceled.InnerException is not TimeoutException)
        {
            // They were told to leave.
        }
    }

    private static async Task EveryAsync(TimeSpan interval, Func<CancellationToken, Task> act, CancellationToken until)
    {
        using var timer = new PeriodicTimer(interval, TimeProvider.System);
        while (!until.IsCancellationRequested)
        {
            await act(until);
            await timer.WaitForNextTickAsync(until);
        }
    }

    private async Task CallAsync(CancellationToken cancellationToken)
    {
        if (IsQuiet)
            return;
        var (guild, by, content) = _phrases.Choose(_random, _places);
        await CallAsync(guild, by, content, cancellationToken);
    }

    private async Task CallAsync(PeoplesGuild guild, SandboxPart by, string content, CancellationToken cancellationToken)
    {
        var (id, at) = await _sandbox.SayAsync(guild.Calls, content, cancellationToken, by);
        lock (_access)
            _calls.Add(new Call(id, at, []) { Content = content });
    }

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        long after;
        lock (_access)
            after = _heard.Count == 0 ? 0 : _heard[^1].Number;
        var said = await _sandbox.SaidAsync(after, cancellationToken);
        lock (_access)
            _heard.AddRange(said);
    }
}

/// <summary>A call of a command.</summary>
/// <param name="Id">The message.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Answers">What the bot said to it, in order.</param>
internal sealed record Call(string Id, DateTimeOffset At, IReadOnlyList<BotMessage> Answers)
{
    /// <summary>What was called.</summary>
    public string Content { get; init; } = "";
}
