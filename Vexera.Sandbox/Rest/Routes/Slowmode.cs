using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Holds people to the pause that a channel asks for; bots and those who manage the channel are exempt.</summary>
internal static class Slowmode
{
    private const Permission Exempt = Permission.ManageMessages | Permission.ManageChannels | Permission.BypassSlowmode;

    /// <exception cref="RestException">The person wrote too short a while ago.</exception>
    public static void Require(RestCall call, Channel channel)
    {
        if (channel.RateLimitPerUser == 0 || (call.Permissions(channel) & Exempt) != 0)
            return;

        var last = call.World.Messages.List(channel.Id, call.User.Id, 100).FirstOrDefault(message => message.Author.Id == call.User.Id);
        var left = last?.Timestamp + TimeSpan.FromSeconds(channel.RateLimitPerUser) - call.World.Now;
        if (left > TimeSpan.Zero)
        {
            throw new RestException(RestErrors.Slowmode with
            {
                Extra = new JsonObject { ["retry_after"] = left.Value.TotalSeconds, ["global"] = false },
            });
        }
    }
}
