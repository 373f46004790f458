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
    private static readonly string[] Plain = ["+ping", "+help", "+about", "+prefix"];

    /// <summary>A call in a guild.</summary>
    /// <param name="random">Chooses.</param>
    /// <param name="guild">Where.</param>
    /// <returns>Who calls, and what.</returns>
    public (SandboxPart By, string Content) Choose(Random random, PeoplesGuild guild)
    {
        (SandboxPart, string)[] calls = [.. Plain.Select(call => (SandboxPart.Owner, call)), .. About(guild)];
        return calls[random.Next(calls.Length)];
    }

    /// <summary>The calls that name something of the guild.</summary>
    public IEnumerable<(SandboxPart By, string Content)> About(PeoplesGuild guild) =>
    [
        (SandboxPart.Owner, $"+modlog <#{guild.Cases}>"),
        (SandboxPart.Owner, "+modlog"),
        (SandboxPart.Owner, $"+perms list <@&{guild.Role}>"),
        (SandboxPart.Owner, $"+perms list <@{moderatorId}>"),
        (SandboxPart.Owner, $"+perms explain <@{memberId}> ping"),
        (SandboxPart.Owner, "+settings show"),
        (SandboxPart.Moderator, $"+infractions <@{memberId}>"),
        (SandboxPart.Moderator, "+case 1"),
        (SandboxPart.Moderator, $"+warn <@{memberId}> called in a drill"),
        (SandboxPart.Owner, $"+warn <@{memberId}>"),
    ];
}
