using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;
using Vexera.Core.Storage.Caching;

namespace Vexera.Core.Modules.Moderation.AuditLog;

/// <summary>The names of those whom the audit log names by id only. The last thousand are kept, so that a raid costs few questions.</summary>
internal sealed class AuditNames(IDiscordRest rest)
{
    private readonly GenerationalCache<Snowflake, string> _known = new(1_000);

    /// <summary>Takes note of a name that came along with something else.</summary>
    public void Learn(User user) => _known.Set(user.Id, user.Username);

    /// <summary>The account's name; its id when that cannot be found out now.</summary>
    public async ValueTask<string> OfAsync(Snowflake userId, CancellationToken cancellationToken)
    {
        if (_known.TryGet(userId, out var known))
            return known;
        try
        {
            var user = await rest.Users.GetAsync(userId, cancellationToken);
            Learn(user);
            return user.Username;
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            return userId.ToString();
        }
    }
}
