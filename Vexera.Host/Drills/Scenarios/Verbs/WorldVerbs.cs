namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>What happens in the guilds.</summary>
internal static class WorldVerbs
{
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

    /// <summary>People join one guild, as fast as they can be made to.</summary>
    /// <param name="moment">When.</param>
    /// <param name="count">How many.</param>
    public static Moment Raid(this Moment moment, int count) => moment.Do(DrillText.Raid.With(count), async (drill, cancellationToken) =>
    {
        for (var number = 0; number < count; number++)
            await drill.Sandbox.JoinAsync(drill.PeoplesGuilds[0], $"raider{number}", cancellationToken);
    });

    /// <summary>Guilds become unavailable, of those in which nobody writes: what is written during an outage no bot is ever sent.</summary>
    /// <param name="moment">When.</param>
    /// <param name="share">Which share of all; it and the scenario's share with traffic together at most 1.</param>
    public static Moment Outage(this Moment moment, double share) => moment.Do(DrillText.Outage.With(share), (drill, cancellationToken) =>
        drill.Sandbox.FaultAsync(
            new { kind = "outage", skip = drill.GuildsWithTraffic + drill.NewGuilds.Count, count = Math.Max(1, (int)(drill.World.Guilds * share)) }, cancellationToken));

    /// <summary>They are available again.</summary>
    public static Moment OutageEnds(this Moment moment) =>
        moment.Do(DrillText.OutageEnds, (drill, cancellationToken) => drill.Sandbox.FaultAsync(new { kind = "outage-end" }, cancellationToken));
}
