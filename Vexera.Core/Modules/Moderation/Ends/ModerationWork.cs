using System.Data.Common;
using System.Globalization;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Intents;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Scheduling;

namespace Vexera.Core.Modules.Moderation.Ends;

/// <summary>
/// What is to be done later, scheduled within the transaction that makes it necessary. There is one work of each kind for each
/// member, so that what is scheduled later replaces what was.
/// </summary>
internal sealed class ModerationWork(ISchedule schedule, TimeProvider time)
{
    /// <summary>A ban ends.</summary>
    public const string BanKind = "moderation.ban";

    /// <summary>A mute ends, or is renewed.</summary>
    public const string MuteKind = "moderation.mute";

    /// <summary>An intent is looked after.</summary>
    public const string IntentKind = "moderation.intent";

    /// <summary>A warning's consequence.</summary>
    public const string EscalationKind = "moderation.escalation";

    /// <summary>How long Discord has, before it is looked whether it did what it was asked.</summary>
    public static readonly TimeSpan IntentPatience = TimeSpan.FromSeconds(10);

    /// <summary>The key of a member's work.</summary>
    public static string KeyOf(Snowflake guildId, Snowflake userId) => $"{guildId}/{userId}";

    /// <summary>Reads a key.</summary>
    public static (Snowflake Guild, Snowflake User) Read(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (Snowflake.Parse(key.AsSpan(0, slash), CultureInfo.InvariantCulture), Snowflake.Parse(key.AsSpan(slash + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>Schedules what a new ban or mute needs; one for ever needs nothing, but for a mute its renewal.</summary>
    public Task SetAsync(DbConnection connection, Punishment punishment) => NextAt(punishment) is { } due
        ? schedule.ScheduleAsync(connection, WorkAt(punishment, due))
        : schedule.CancelAsync(connection, KindOf(punishment.Kind), KeyOf(punishment.GuildId, punishment.UserId));

    /// <summary>Schedules the next step of a ban or mute that goes on.</summary>
    public Task ContinueAsync(Punishment punishment, CancellationToken cancellationToken) => NextAt(punishment) is { } due
        ? schedule.ScheduleAsync(WorkAt(punishment, due), cancellationToken)
        : Task.CompletedTask;

    /// <summary>Has a mute set at Discord again soon, whatever was scheduled for it.</summary>
    public Task SetAgainAsync(Punishment mute, CancellationToken cancellationToken) =>
        schedule.ScheduleAsync(WorkAt(mute, time.GetUtcNow() + IntentPatience), cancellationToken);

    /// <summary>A ban or mute holds no longer.</summary>
    public Task CancelAsync(DbConnection connection, Punishment punishment) =>
        schedule.CancelAsync(connection, KindOf(punishment.Kind), KeyOf(punishment.GuildId, punishment.UserId));

    /// <summary>Has an intent looked after, in case nobody does.</summary>
    public Task WatchAsync(DbConnection connection, Intent intent) => schedule.ScheduleAsync(
        connection,
        new DueWork(IntentKind, KeyOf(intent.GuildId, intent.TargetId), intent.MadeAt + IntentPatience, ""));

    /// <summary>An intent is settled.</summary>
    public Task ForgetAsync(DbConnection connection, Intent intent) =>
        schedule.CancelAsync(connection, IntentKind, KeyOf(intent.GuildId, intent.TargetId));

    /// <summary>A warning leads to something.</summary>
    /// <param name="connection">Within the warning's transaction.</param>
    /// <param name="guildId">The guild.</param>
    /// <param name="targetId">Whom it is about.</param>
    /// <param name="warnings">The rule.</param>
    public Task EscalateAsync(DbConnection connection, Snowflake guildId, Snowflake targetId, long warnings) => schedule.ScheduleAsync(
        connection,
        new DueWork(
            EscalationKind,
            string.Create(CultureInfo.InvariantCulture, $"{KeyOf(guildId, targetId)}/{warnings}"),
            time.GetUtcNow() + IntentPatience,
            ""));

    private DateTimeOffset? NextAt(Punishment punishment) =>
        punishment.Kind == PunishmentKind.Mute ? MuteWindow.NextAt(time.GetUtcNow(), punishment.EndsAt) : punishment.EndsAt;

    private static DueWork WorkAt(Punishment punishment, DateTimeOffset dueAt) => new(
        KindOf(punishment.Kind),
        KeyOf(punishment.GuildId, punishment.UserId),
        dueAt,
        punishment.CaseNumber.ToString(CultureInfo.InvariantCulture));

    private static string KindOf(PunishmentKind kind) => kind == PunishmentKind.Ban ? BanKind : MuteKind;
}
