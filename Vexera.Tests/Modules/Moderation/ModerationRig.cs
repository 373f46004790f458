using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Intents;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Scheduling;
using Vexera.Core.State;
using Vexera.Core.Storage;
using Vexera.Tests.Commands;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;
using Case = Vexera.Core.Modules.Moderation.Cases.Case;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>
/// A process with the bot's commands, its due work and its database, a Discord that a test can break, and a clock that stands. A
/// second one takes over where the first was killed.
/// </summary>
internal sealed class ModerationRig : IAsyncDisposable
{
    public static readonly User Victim = TestGuild.Plain;
    public static readonly User Other = new() { Id = new Snowflake(4), Username = "other" };
    public static readonly User Admin = new() { Id = new Snowflake(5), Username = "admin" };
    public static readonly User Stranger = new() { Id = new Snowflake(80_351_110_224_678_912), Username = "stranger" };
    private static readonly Snowflake Admins = new(35);

    private readonly Database _database;

    private ModerationRig(CommandRig rig, Database database, TroubledDatabase trouble) =>
        (Rig, _database, Trouble) = (rig, database, trouble);

    public CommandRig Rig { get; }

    public TroubledDatabase Trouble { get; }

    public RecordingRest Rest => Rig.Rest;

    public FakeTimeProvider Time => Rig.Time;

    public RecordingWatcher Watcher => Rig.Get<RecordingWatcher>();

    public CaseStore Cases => Rig.Get<CaseStore>();

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    private DueWorkEngine Engine => Rig.Get<DueWorkEngine>();

    /// <summary>A process that has started.</summary>
    /// <param name="site">Where the database is; given the clock.</param>
    /// <param name="before">The process before, which was killed.</param>
    public static async Task<ModerationRig> StartAsync(Func<TimeProvider, Task<DatabaseSite>> site, ModerationRig? before = null)
    {
        TroubledDatabase? trouble = null;
        var rig = new CommandRig(
            services => services
                .AddSingleton<IDatabase>(_ => trouble!)
                .AddSingleton<RecordingWatcher>()
                .AddSingleton<ICaseWatcher>(provider => provider.GetRequiredService<RecordingWatcher>()),
            before?.Rig);
        var database = Databases.Over((await site(rig.Time)).Engine(), rig.Time);
        trouble = new TroubledDatabase(database);
        rig.Guilds.Set(Guild);
        if (before is null)
        {
            foreach (var user in new[] { Other, Admin })
                rig.Rest.Members[user.Id] = new Member { User = user, Roles = user == Admin ? [Admins] : [] };
            rig.Rest.Accounts[Stranger.Id] = Stranger;
            rig.Rest.Accounts[Victim.Id] = Victim;
        }

        var moderation = new ModerationRig(rig, database, trouble);
        await moderation.Engine.StartAsync(Patience);
        await moderation.IdleAsync();
        return moderation;
    }

    /// <summary>Somebody writes a command; the answer.</summary>
    public async Task<string> AskAsync(string line, User? by = null) => AnswerIn(await Rig.WriteAsync(line, by ?? TestGuild.Moderator));

    /// <summary>What of some calls is the answer in the channel.</summary>
    public static string AnswerIn(IEnumerable<RestCall> calls) =>
        calls.Last(call => call.Name == "create" && call.Target == TestGuild.General).Message!.Content!;

    /// <summary>Moves the clock, in steps of a day at most, and waits each time until what is due is done.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        for (var left = by; left > TimeSpan.Zero; left -= TimeSpan.FromDays(1))
        {
            Time.Advance(left < TimeSpan.FromDays(1) ? left : TimeSpan.FromDays(1));
            await IdleAsync();
        }
    }

    /// <summary>Waits until what is due is done.</summary>
    public Task IdleAsync() => Engine.WhenIdleAsync(Patience).WaitAsync(TimeSpan.FromSeconds(60), Patience);

    /// <summary>What kill -9 does: nothing that is under way is written any more.</summary>
    public async Task KillAsync()
    {
        Trouble.WriteFailure = TroubledDatabase.Full;
        await Engine.StopAsync(new CancellationToken(true));
        await _database.DisposeAsync();
    }

    public Task<Case?> CaseAsync(long number) => Cases.FindAsync(TestGuild.Id, number, Patience);

    /// <summary>All cases, oldest first.</summary>
    public async Task<IReadOnlyList<Case>> AllCasesAsync()
    {
        var all = new List<Case>();
        while (await CaseAsync(all.Count + 1) is { } next)
            all.Add(next);
        return all;
    }

    public Task<Punishment?> PunishmentAsync(PunishmentKind kind, User? of = null) =>
        Cases.FindPunishmentAsync(TestGuild.Id, (of ?? Victim).Id, kind, Patience);

    public Task<Intent?> IntentAsync(User? about = null) => Rig.Get<IntentStore>().FindAsync(TestGuild.Id, (about ?? Victim).Id, Patience);

    public bool IsBanned(User? user = null) => Rest.Bans.ContainsKey((user ?? Victim).Id);

    /// <summary>Until when Discord times somebody out.</summary>
    public DateTimeOffset? MutedUntil(User? user = null) => Rest.Members[(user ?? Victim).Id].CommunicationDisabledUntil;

    /// <summary>Somebody joins, in Discord and for the bot.</summary>
    public async Task JoinAsync(User user)
    {
        var member = new Member { User = user, JoinedAt = Time.GetUtcNow() };
        Rest.Members[user.Id] = member;
        var context = new EventContext<GuildMemberAddEvent>(
            new GuildMemberAddEvent(TestGuild.Id, member), Rig.Origin(), TestGuild.Id, Guild, Guild);
        foreach (var handler in Rig.All<IEventHandler<GuildMemberAddEvent>>())
            await handler.HandleAsync(context, Patience);
    }

    /// <summary>How often Discord was asked for something.</summary>
    public int Count(string call) => Rest.Calls.Count(one => one.Name == call);

    public async ValueTask DisposeAsync()
    {
        await Engine.StopAsync(new CancellationToken(true));
        await Rig.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static GuildState Guild { get; } = TestGuild.State with
    {
        Roles = SnowflakeMap<Role>.From(
            [
                .. TestGuild.State.Roles.Values.Where(role => role.Id == TestGuild.Id),
                new Role
                {
                    Id = TestGuild.Moderators,
                    Name = "Moderators",
                    Position = 2,
                    Permissions = Permission.ManageGuild | Permission.BanMembers | Permission.KickMembers | Permission.ModerateMembers
                        | Permission.MoveMembers | Permission.ManageMessages,
                },
                new Role { Id = Admins, Name = "Admins", Position = 3, Permissions = Permission.Administrator },
                new Role { Id = TestGuild.BotRole, Name = "Vexera", Position = 4, Permissions = Permission.Administrator, Managed = true },
            ],
            role => role.Id),
    };
}
