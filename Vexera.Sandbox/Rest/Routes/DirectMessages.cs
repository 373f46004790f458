using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Whom one may write to: people who share a guild with the sender and let its members write to them.</summary>
internal static class DirectMessages
{
    /// <exception cref="RestException">The other end does not take the sender's messages.</exception>
    public static void RequireReachable(RestCall call, Channel channel)
    {
        if (channel.GuildId is not null)
            return;

        var other = channel.Recipients.FirstOrDefault(user => user.Id != call.User.Id);
        if (other is null || (call.Caller.IsBot && other.Bot) || call.World.Users.Get(other.Id).DirectMessagesClosed || !ShareGuild(call, other.Id))
            throw new RestException(RestErrors.CannotMessageUser);
    }

    private static bool ShareGuild(RestCall call, ulong otherId) =>
        call.World.Guilds.Ids.Any(id => call.World.Guilds.IsMember(id, otherId) && call.World.Guilds.IsMember(id, call.User.Id));
}
