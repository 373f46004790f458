using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Staging;

/// <summary>
/// What people call: commands that need nothing, commands for which the bot must know a channel, a role or a member of the guild, and
/// warnings, which leave something behind.
/// </summary>
/// <param name="memberId">Whom calls are about.</param>
/// <param name="moderatorId">Who moderates.</param>
internal sealed class PeoplesCalls(string memberId, string moderatorId)
{
    private static readonly (SandboxPart, string)[] Plain =
    [
        (SandboxPart.Owner, "+ping"),
        (SandboxPart.Owner, "+help"),
        (SandboxPart.Owner, "+about"),
        (SandboxPart.Owner, "+prefix"),
        (SandboxPart.Owner, "+modlog"),
        (SandboxPart.Owner, "+settings show"),
        (SandboxPart.Moderator, "+case 1"),
    ];

    /// <summary>The next call.</summary>
    /// <param name="random">Chooses: where, who and what.</param>
    /// <param name="places">Where people are.</param>
    /// <returns>Where, who calls, and what.</returns>
    public (PeoplesGuild Guild, SandboxPart By, string Content) Choose(Random random, IReadOnlyList<PeoplesGuild> places)
    {
        var guild = places[random.Next(places.Count)];
        (SandboxPart, string)[] calls =
        [
            .. Plain,
            .. About(guild),
            (SandboxPart.Owner, $"+perms list <@{moderatorId}>"),
            (SandboxPart.Owner, $"+warn <@{memberId}>"),
        ];
        var (by, content) = calls[random.Next(calls.Length)];
        return (guild, by, content);
    }

    /// <summary>The call that has every case shown in the guild's channel for them.</summary>
    public static string ShowCases(PeoplesGuild guild) => $"+modlog <#{guild.Cases}>";

    /// <summary>Calls that name something of the guild. Nobody calls the same command twice: of one command somebody is answered one at a time.</summary>
    public IEnumerable<(SandboxPart By, string Content)> About(PeoplesGuild guild) =>
    [
        (SandboxPart.Owner, ShowCases(guild)),
        (SandboxPart.Owner, $"+perms list <@&{guild.Role}>"),
        (SandboxPart.Owner, $"+perms explain <@{memberId}> ping"),
        (SandboxPart.Moderator, $"+infractions <@{memberId}>"),
        (SandboxPart.Moderator, $"+warn <@{memberId}> called in a drill"),
    ];
}
