using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>The application behind a bot.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/application"/>
internal static class ApplicationRoutes
{
    /// <summary>The intents that an application may switch for itself.</summary>
    private const ApplicationFlags Switchable =
        ApplicationFlags.GatewayPresenceLimited | ApplicationFlags.GatewayGuildMembersLimited | ApplicationFlags.GatewayMessageContentLimited;

    public static void Map(RouteTable routes) => routes
        .Get("/applications/@me", Get, access: Access.Bots)
        .Patch("/applications/@me", Edit, access: Access.Bots)
        .Get("/oauth2/applications/@me", Get, access: Access.Bots);

    private static RestResult Get(RestCall call) => Show(call, Own(call));

    private static RestResult Edit(RestCall call)
    {
        var description = call.Form.String("description", 0, 400);
        var flags = call.Form.Integer("flags", 0, int.MaxValue);
        call.Form.Errors.ThrowIfAny();
        return Show(call, call.World.Users.Change(Own(call).Id, application => application with
        {
            Description = description ?? application.Description,
            Flags = flags is { } wanted ? (application.Flags & ~Switchable) | ((ApplicationFlags)wanted & Switchable) : application.Flags,
        }));
    }

    private static Application Own(RestCall call) => call.World.Users.Application(call.User.Id) ?? throw WorldException.Unknown(10002, "Application");

    private static RestResult Show(RestCall call, Application application)
    {
        var (bot, owner) = (call.World.Users.Get(application.Id), call.World.Users.Get(application.OwnerId));
        var guilds = call.World.Guilds.Of(application.Id).Count();
        return RestResult.Json(json => ApplicationJson.Write(json, application, bot, owner, guilds));
    }
}
