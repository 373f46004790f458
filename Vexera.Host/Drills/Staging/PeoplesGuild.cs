using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Staging;

/// <summary>A guild that people call commands in, and what there is to name in a call: ids.</summary>
/// <param name="Id">The guild.</param>
/// <param name="Calls">The channel they call in.</param>
/// <param name="Cases">The channel that cases may be shown in.</param>
/// <param name="Role">The moderators' role.</param>
internal sealed record PeoplesGuild(string Id, string Calls, string Cases, string Role)
{
    // MODERATE_MEMBERS; what everybody may do everywhere comes with @everyone.
    private const ulong ModeratorPermissions = 1UL << 40;

    /// <summary>Makes channels and a role in a guild that has the demo's people, and a moderator of one of them.</summary>
    /// <param name="sandbox">The simulator.</param>
    /// <param name="id">The guild.</param>
    /// <param name="calls">The channel to call in; null for a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<PeoplesGuild> FurnishAsync(SandboxClient sandbox, string id, string? calls, CancellationToken cancellationToken)
    {
        calls ??= await sandbox.CreateChannelAsync(id, "calls", cancellationToken);
        var cases = await sandbox.CreateChannelAsync(id, "cases", cancellationToken);
        var role = await sandbox.CreateRoleAsync(id, "Moderators", cancellationToken, ModeratorPermissions);
        await sandbox.GiveRoleAsync(id, sandbox.IdOf(SandboxPart.Moderator), role, cancellationToken);
        return new PeoplesGuild(id, calls, cases, role);
    }
}
