using System.Text.Json;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>The caller, other users, and conversations with them.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/user"/>
internal static class UserRoutes
{
    public static void Map(RouteTable routes) => routes
        .Get("/users/@me", GetSelf)
        .Patch("/users/@me", EditSelf, Limits.ProfileWrite)
        .Patch("/users/@me/settings", EditSettings, access: Access.People)
        .Get("/users/{user_id}", Get)
        .Get("/users/@me/guilds", Guilds)
        .Delete("/users/@me/guilds/{guild_id}", Leave)
        .Get("/users/@me/channels", DirectChannels, access: Access.People)
        .Post("/users/@me/channels", OpenDirect, Limits.DirectMessageOpen);

    private static RestResult GetSelf(RestCall call) => RestResult.Json(json => UserJson.WriteSelf(json, call.User));

    private static RestResult EditSelf(RestCall call)
    {
        var name = call.Form.String("username", 2, 32);
        call.Form.Errors.ThrowIfAny();
        var after = call.World.Users.Rename(call.User.Id, user => user with { Username = name ?? user.Username });
        return RestResult.Json(json => UserJson.WriteSelf(json, after));
    }

    /// <summary>As Discord's own clients do; of all settings only who may write direct messages means something here.</summary>
    private static RestResult EditSettings(RestCall call)
    {
        var closed = call.Form.Boolean("default_guilds_restricted");
        call.Form.Errors.ThrowIfAny();
        var after = call.World.Users.Rename(call.User.Id, user => user with { DirectMessagesClosed = closed ?? user.DirectMessagesClosed });
        return RestResult.Json(new System.Text.Json.Nodes.JsonObject { ["default_guilds_restricted"] = after.DirectMessagesClosed });
    }

    private static RestResult Get(RestCall call)
    {
        var user = call.World.Users.Get(call.Id("user_id"));
        return RestResult.Json(json => UserJson.Write(json, user));
    }

    private static RestResult Guilds(RestCall call)
    {
        var limit = call.QueryNumber("limit", 200, 1, 200);
        var (before, after) = (call.QueryId("before"), call.QueryId("after") ?? 0);
        var withCounts = call.QueryFlag("with_counts");
        var ids = call.World.Guilds.Of(call.User.Id).Where(id => before is null ? id > after : id < before).Order();
        var page = before is null ? ids.Take(limit) : ids.TakeLast(limit);
        return RestResult.List(page.Select(call.World.Guilds.Get), (json, guild) => WritePartial(json, call, guild, withCounts));
    }

    private static void WritePartial(Utf8JsonWriter json, RestCall call, Guild guild, bool withCounts)
    {
        json.WriteStartObject();
        json.WriteId("id", guild.Id);
        json.WriteString("name", guild.Name);
        json.WriteString("icon", guild.Icon);
        json.WriteNull("banner");
        json.WriteBoolean("owner", guild.OwnerId == call.User.Id);
        json.WritePermissions("permissions", PermissionRules.InGuild(guild, call.User.Id, call.World.Now));
        json.WriteArray("features", guild.Features, static (writer, feature) => writer.WriteStringValue(feature));
        if (withCounts)
        {
            json.WriteNumber("approximate_member_count", guild.MemberCount);
            json.WriteNumber("approximate_presence_count", guild.Members.Count);
        }

        json.WriteEndObject();
    }

    private static RestResult Leave(RestCall call)
    {
        var guild = call.World.Guilds.Find(call.Id("guild_id"));
        if (guild is null || !guild.Members.ContainsKey(call.User.Id))
            throw WorldException.UnknownGuild();
        if (guild.OwnerId == call.User.Id)
            throw new RestException(RestErrors.InvalidGuild);

        call.World.Members.Remove(guild.Id, call.User.Id);
        return RestResult.NoContent;
    }

    private static RestResult DirectChannels(RestCall call) =>
        RestResult.List(call.World.Users.DirectChannels(call.User.Id), (json, channel) => ChannelJson.WriteDirect(json, channel, call.User.Id));

    private static RestResult OpenDirect(RestCall call)
    {
        var recipient = call.Form.Id("recipient_id", required: true);
        call.Form.Errors.ThrowIfAny();
        if (recipient == call.User.Id || call.World.Users.Find(recipient!.Value) is null)
            throw new RestException(RestErrors.InvalidRecipients);

        return ChannelRoutes.Show(call, call.World.Users.OpenDirect(call.User.Id, recipient.Value));
    }
}
