using System.ComponentModel.DataAnnotations;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>What happens in the guilds.</summary>
internal static class WorldVerbs
{
    private static readonly TimeSpan JoinEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Guilds that did not have the bot add it, and people call commands in them at once.</summary>
    /// <param name="moment">When.</param>
    /// <param name="count">How many.</param>
    public static Moment NewGuilds(this Moment moment, int count) => moment.Do(DrillText.NewGuilds.With(count), async (drill, cancellationToken) =>
    {
        for (var number = 0; number < count; number++)
        {
            var guild = await drill.Sandbox.CreateGuildAsync($"New {number}", bot: true, cancellationToken);
            drill.Joined(guild);
            await drill.Load.People.VisitAsync(guild, cancellationToken);
        }
    });

    /// <summary>Channels and roles are made in guilds that the people are in.</summary>
    /// <param name="moment">When.</param>
    /// <param name="count">How many of each.</param>
    public static Moment Changes(this Moment moment, int count) => moment.Do(DrillText.Changes.With(count * 2), async (drill, cancellationToken) =>
    {
        for (var number = 0; number < count; number++)
        {
            var guild = drill.PeoplesGuilds[number % drill.PeoplesGuilds.Count];
            await drill.Sandbox.CreateChannelAsync(guild, $"change-{number}", cancellationToken);
            await drill.Sandbox.CreateRoleAsync(guild, $"change {number}", cancellationToken);
        }
    });

    /// <summary>The cache has been at its bound all the time, <c>State:CacheMegabytes</c>: nothing needs to be done.</summary>
    public static Moment CacheFull(this Moment moment) => moment.Do(DrillText.CacheFull, static (_, _) => Task.CompletedTask);

    /// <summary>People join the first guild that people are in, evenly over a time; both are for scale 1, and become less with it.</summary>
    /// <param name="moment">When.</param>
    /// <param name="count">How many.</param>
    /// <param name="within">How long it takes.</param>
    public static Moment Raid(this Moment moment, int count, TimeSpan within) => moment.Do(DrillText.Raid.With(count, within.TotalSeconds), async (drill, cancellationToken) =>
    {
        var (joins, lasts) = (Math.Max(1, (int)(count * drill.Scale)), within * Math.Min(1, drill.Scale));
        var began = drill.Timeline.Now;
        using var timer = new PeriodicTimer(JoinEvery, TimeProvider.System);
        for (var joined = 0; joined < joins;)
        {
            var due = Math.Min(joins, (int)Math.Ceiling((drill.Timeline.Now - began + JoinEvery) / lasts * joins));
            if (due > joined)
                await drill.Sandbox.JoinAsync(drill.PeoplesGuilds[0], "raider", due - joined, cancellationToken);
            joined = due;
            if (joined < joins)
                await timer.WaitForNextTickAsync(cancellationToken);
        }

        drill.Raided(new JoinWave(began, joins, drill.Timeline.Now - began));
    });

    /// <summary>The owner of the first guild that people are in has every case shown in a channel, by the command for it.</summary>
    public static Moment ModLog(this Moment moment) => moment.Do(
        DrillText.ModLog, (drill, cancellationToken) => drill.Load.People.ShowCasesAsync(cancellationToken));

    /// <summary>Guilds become unavailable, of those in which nobody writes: what is written during an outage no bot is ever sent.</summary>
    /// <param name="moment">When.</param>
    /// <param name="share">Which share of all; it and the scenario's share with traffic together at most 1.</param>
    public static Moment Outage(this Moment moment, [Range(0.0, 1.0)] double share) => moment.Do(DrillText.Outage.With(share), (drill, cancellationToken) =>
        drill.Sandbox.FaultAsync(
            new { kind = "outage", skip = drill.GuildsWithTraffic + drill.NewGuilds.Count, count = Math.Max(1, (int)(drill.World.Guilds * share)) }, cancellationToken));

    /// <summary>They are available again.</summary>
    public static Moment OutageEnds(this Moment moment) =>
        moment.Do(DrillText.OutageEnds, (drill, cancellationToken) => drill.Sandbox.FaultAsync(new { kind = "outage-end" }, cancellationToken));
}
