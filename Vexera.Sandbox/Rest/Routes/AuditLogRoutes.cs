using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Who did what in a guild.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/audit-log#get-guild-audit-log"/>
internal static class AuditLogRoutes
{
    private static readonly string[] Companions =
        ["integrations", "threads", "application_commands", "guild_scheduled_events", "auto_moderation_rules"];

    public static void Map(RouteTable routes) => routes.Get("/guilds/{guild_id}/audit-logs", List);

    private static RestResult List(RestCall call)
    {
        var guild = call.Guild(Permission.ViewAuditLog);
        var limit = call.QueryNumber("limit", 50, 1, 100);
        var (user, target) = (call.QueryId("user_id"), call.QueryId("target_id"));
        var (before, after) = (call.QueryId("before"), call.QueryId("after"));
        var action = call.QueryNumber("action_type", 0, 0, int.MaxValue);
        var fitting = call.World.AuditLog.Of(guild.Id).Where(entry =>
            (user is null || entry.UserId == user)
            && (target is null || entry.TargetId == target)
            && (action == 0 || (int)entry.Action == action)
            && (before is null || entry.Id < before)
            && (after is null || entry.Id > after));

        // Asked for what came after an entry, Discord lists the oldest first.
        var entries = (after is null ? fitting : fitting.Reverse()).Take(limit).ToList();
        var webhooks = entries.Select(entry => call.World.Webhooks.Find(entry.TargetId ?? 0)).OfType<Webhook>().DistinctBy(webhook => webhook.Id).ToList();
        var users = entries.SelectMany(entry => new[] { entry.UserId, entry.TargetId ?? 0 }).Distinct()
            .Select(call.World.Users.Find).OfType<User>().ToList();
        return RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteArray("audit_log_entries", entries, AuditLogJson.Write);
            json.WriteArray("users", users, UserJson.Write);
            json.WriteArray("webhooks", webhooks, (writer, webhook) => WebhookJson.Write(writer, webhook, withToken: false));
            foreach (var companion in Companions)
                json.WriteEmptyArray(companion);
            json.WriteEndObject();
        });
    }
}
