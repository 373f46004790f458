using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Who may not come back to a guild.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/guild#get-guild-bans"/>
internal static class BanRoutes
{
    private const int LongestDeletion = 604_800;
    private const int MaximumAtOnce = 200;

    public static void Map(RouteTable routes) => routes
        .Get("/guilds/{guild_id}/bans", List)
        .Get("/guilds/{guild_id}/bans/{user_id}", Get)
        .Put("/guilds/{guild_id}/bans/{user_id}", Ban, Limits.Bans)
        .Delete("/guilds/{guild_id}/bans/{user_id}", Unban, Limits.Bans)
        .Post("/guilds/{guild_id}/bulk-ban", BulkBan);

    private static RestResult List(RestCall call)
    {
        var guild = call.Guild(Permission.BanMembers);
        var limit = call.QueryNumber("limit", 1000, 1, 1000);
        var (before, after) = (call.QueryId("before"), call.QueryId("after"));
        var bans = guild.Bans.Values.OrderBy(ban => ban.User.Id)
            .Where(ban => (before is null || ban.User.Id < before) && (before is not null || after is null || ban.User.Id > after));
        return RestResult.List(before is null ? bans.Take(limit) : bans.TakeLast(limit), Write);
    }

    private static RestResult Get(RestCall call)
    {
        var guild = call.Guild(Permission.BanMembers);
        var ban = guild.Bans.GetValueOrDefault(call.Id("user_id")) ?? throw WorldException.UnknownBan();
        return RestResult.Json(json => Write(json, ban));
    }

    private static RestResult Ban(RestCall call)
    {
        var guild = call.Guild(Permission.BanMembers);
        var userId = call.Id("user_id");
        var span = ReadDeletion(call.Form);
        call.Form.Errors.ThrowIfAny();
        call.World.Users.Get(userId);
        call.RequireRankAbove(guild, userId);
        Ban(call, guild, userId, span);
        return RestResult.NoContent;
    }

    private static RestResult Unban(RestCall call)
    {
        var guild = call.Guild(Permission.BanMembers);
        call.World.Members.Unban(guild.Id, call.Id("user_id"), call.Actor);
        return RestResult.NoContent;
    }

    private static RestResult BulkBan(RestCall call)
    {
        var guild = call.Guild(Permission.BanMembers | Permission.ManageGuild);
        var ids = call.Form.Ids("user_ids", MaximumAtOnce, required: true).Distinct().ToList();
        var span = ReadDeletion(call.Form);
        call.Form.Errors.ThrowIfAny();
        var bannable = ids.Where(id => id != call.User.Id && !guild.Bans.ContainsKey(id)
            && call.World.Users.Find(id) is not null && PermissionRules.Outranks(guild, call.User.Id, id)).ToList();
        if (bannable.Count == 0)
            throw new RestException(RestErrors.BanFailed);

        foreach (var id in bannable)
            Ban(call, guild, id, span);
        return RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteIds("banned_users", bannable);
            json.WriteIds("failed_users", ids.Except(bannable));
            json.WriteEndObject();
        });
    }

    private static void Ban(RestCall call, Guild guild, ulong userId, TimeSpan deleted)
    {
        if (!guild.Bans.ContainsKey(userId))
            call.World.Members.Ban(guild.Id, userId, call.Actor);
        if (deleted > TimeSpan.Zero)
            call.World.Messages.DeleteOf(guild.Id, userId, call.World.Now - deleted);
    }

    private static TimeSpan ReadDeletion(Form form)
    {
        var seconds = form.Integer("delete_message_seconds", 0, LongestDeletion);
        var days = form.Integer("delete_message_days", 0, 7);
        return seconds is { } s ? TimeSpan.FromSeconds(s) : TimeSpan.FromDays(days ?? 0);
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, Ban ban)
    {
        json.WriteStartObject();
        json.WritePropertyName("user");
        UserJson.Write(json, ban.User);
        json.WriteString("reason", ban.Reason);
        json.WriteEndObject();
    }
}
