using System.Text.Json;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>The commands that a client offers after a slash, as Discord's own clients ask for them.</summary>
internal static class CommandMenuRoutes
{
    public static void Map(RouteTable routes) => routes
        .Get("/guilds/{guild_id}/application-command-index", Index, access: Access.People)
        .Get("/channels/{channel_id}/application-commands/search", Search, access: Access.People);

    private static RestResult Index(RestCall call) => Show(call, [.. CommandVisibility.In(call, call.Guild())]);

    private static RestResult Search(RestCall call)
    {
        var channel = call.Channel();
        var query = call.Query["query"].ToString();
        var type = call.QueryNumber("type", 1, 1, 3);
        var limit = call.QueryNumber("limit", 25, 0, 100);
        var all = channel.GuildId is { } guildId
            ? call.World.Commands.In(guildId)
            : channel.Recipients.SelectMany(user => call.World.Commands.Of(user.Id, null));
        return Show(call,
        [
            .. all.Where(command => command.Type == type
                    && command.Name.StartsWith(query, StringComparison.OrdinalIgnoreCase)
                    && CommandVisibility.MayUse(call, command, channel))
                .OrderBy(command => command.Name, StringComparer.Ordinal)
                .Take(limit),
        ]);
    }

    private static RestResult Show(RestCall call, List<ApplicationCommand> commands)
    {
        var applications = commands.Select(command => command.ApplicationId).Distinct().Select(call.World.Users.Application).OfType<Application>().ToList();
        return RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteArray("applications", applications, (writer, application) => Write(writer, call, application));
            json.WriteArray("application_commands", commands, ApplicationCommandJson.Write);
            json.WriteId("version", commands.Select(command => command.Version).DefaultIfEmpty().Max());
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, RestCall call, Application application)
    {
        json.WriteStartObject();
        json.WriteId("id", application.Id);
        json.WriteString("name", application.Name);
        json.WriteString("description", application.Description);
        json.WriteNull("icon");
        json.WriteId("bot_id", application.Id);
        json.WritePropertyName("bot");
        UserJson.Write(json, call.World.Users.Get(application.Id));
        json.WriteEndObject();
    }
}
