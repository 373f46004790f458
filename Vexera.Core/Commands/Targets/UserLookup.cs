using System.Net;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Core.Commands.Targets;

/// <summary>Finds accounts and memberships: in what Discord sent along, else by asking it.</summary>
/// <param name="rest">Asked for what was not sent along.</param>
internal sealed class UserLookup(IDiscordRest rest)
{
    private const int MostFound = 100;

    /// <summary>The account and its membership; null when there is no such account.</summary>
    /// <exception cref="DiscordRestException">Discord refuses to say.</exception>
    /// <exception cref="DiscordUnreachableException">Discord does not answer.</exception>
    public async ValueTask<TargetUser?> FindAsync(Snowflake guildId, UserReference reference, CancellationToken cancellationToken)
    {
        var member = reference.Member ?? await FoundAsync(rest.Guilds.GetMemberAsync(guildId, reference.Id, cancellationToken));
        return (member?.User ?? await FindUserAsync(reference, cancellationToken)) is { } user ? new TargetUser(reference.Id, user, member) : null;
    }

    /// <summary>The account, in the guild or not; null when there is none.</summary>
    /// <exception cref="DiscordRestException">Discord refuses to say.</exception>
    /// <exception cref="DiscordUnreachableException">Discord does not answer.</exception>
    public async ValueTask<User?> FindUserAsync(UserReference reference, CancellationToken cancellationToken) =>
        reference.User ?? await FoundAsync(rest.Users.GetAsync(reference.Id, cancellationToken));

    /// <summary>
    /// Members who are called exactly that, upper and lower case being the same: the one whose username it is, else all whose name in
    /// the guild or display name it is.
    /// </summary>
    /// <exception cref="DiscordRestException">Discord refuses to say.</exception>
    /// <exception cref="DiscordUnreachableException">Discord does not answer.</exception>
    public async ValueTask<IReadOnlyList<Member>> FindByNameAsync(Snowflake guildId, string name, CancellationToken cancellationToken)
    {
        var found = await rest.Guilds.SearchMembersAsync(guildId, name, MostFound, cancellationToken);
        var byUsername = found.FirstOrDefault(member => Same(member.User?.Username));
        return byUsername is not null ? [byUsername] : [.. found.Where(member => Same(member.Nick) || Same(member.User?.GlobalName))];

        bool Same(string? other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<T?> FoundAsync<T>(Task<T> asked)
        where T : class
    {
        try
        {
            return await asked;
        }
        catch (DiscordRestException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
