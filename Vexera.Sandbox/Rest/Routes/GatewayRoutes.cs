using System.Text.Json.Nodes;
using Vexera.Sandbox.Gateway;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Where the gateway is.</summary>
/// <seealso href="https://discord.com/developers/docs/events/gateway#get-gateway"/>
internal sealed class GatewayRoutes(IGatewayDirectory directory)
{
    public void Map(RouteTable routes) => routes
        .Get("/gateway", Get, access: Access.Public)
        .Get("/gateway/bot", GetBot, Limits.GatewayBot, Access.Bots);

    private RestResult Get(RestCall call) =>
        RestResult.Json(new JsonObject { ["url"] = directory.AddressAt(call.Address.Authority).OriginalString });

    private RestResult GetBot(RestCall call)
    {
        var bot = directory.For(call.User.Id, call.Address.Authority);
        return RestResult.Json(new JsonObject
        {
            ["url"] = bot.Url.OriginalString,
            ["shards"] = bot.Shards,
            ["session_start_limit"] = new JsonObject
            {
                ["total"] = bot.Limit.Total,
                ["remaining"] = bot.Limit.Remaining,
                ["reset_after"] = (long)bot.Limit.ResetAfter.TotalMilliseconds,
                ["max_concurrency"] = bot.Limit.MaxConcurrency,
            },
        });
    }
}
