using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>The members of a guild.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/guild#get-guild-member"/>
internal static class MemberRoutes
{
    public static void Map(RouteTable routes) => routes
        .Get("/guilds/{guild_id}/members", List, Limits.MemberRead)
        .Get("/guilds/{guild_id}/members/search", Search, Limits.MemberRead)
        .Get("/guilds/{guild_id}/members/{user_id}", Get)
        .Get("/users/@me/guilds/{guild_id}/member", GetSelf)
        .Patch("/guilds/{guild_id}/members/@me", EditSelf, Limits.MemberEdit)
        .Patch("/guilds/{guild_id}/members/{user_id}", Edit, Limits.MemberEdit)
        .Delete("/guilds/{guild_id}/members/{user_id}", Kick)
        .Put("/guilds/{guild_id}/members/{user_id}/roles/{role_id}", GiveRole, Limits.MemberRoles)
        .Delete("/guilds/{guild_id}/members/{user_id}/roles/{role_id}", TakeRole, Limits.MemberRoles)
        .Get("/guilds/{guild_id}/prune", CountPrune);

    private static RestResult List(RestCall call)
    {
        var guild = call.Guild();
        RequireMembersIntent(call);
        var after = call.QueryId("after") ?? 0;
        var members = guild.Members.Values.Where(member => member.User.Id > after).OrderBy(member => member.User.Id);
        return RestResult.List(members.Take(call.QueryNumber("limit", 1, 1, 1000)), MemberJson.Write);
    }

    private static RestResult Search(RestCall call)
    {
        var guild = call.Guild();
        var query = call.Query["query"].ToString();
        if (query.Length == 0)
            throw FormErrors.Single("query", FieldError.Required);

        var found = guild.Members.Values
            .Where(member => Starts(member.User.Username, query) || Starts(member.Nick, query) || Starts(member.User.GlobalName, query))
            .OrderBy(member => member.User.Id);
        return RestResult.List(found.Take(call.QueryNumber("limit", 1, 1, 1000)), MemberJson.Write);
    }

    private static RestResult Get(RestCall call)
    {
        var guild = call.Guild();
        var userId = call.Id("user_id");
        if (!guild.Members.ContainsKey(userId))
            call.World.Users.Get(userId);
        return Show(call.World.Members.Get(guild.Id, userId));
    }

    private static RestResult GetSelf(RestCall call) => Show(call.World.Members.Get(call.Guild().Id, call.User.Id));

    private static RestResult EditSelf(RestCall call)
    {
        var guild = call.Guild();
        var nick = call.Form.String("nick", 0, MemberForm.LongestNick);
        call.Form.Errors.ThrowIfAny();
        if (call.Form.Has("nick"))
            call.Require(guild, Permission.ChangeNickname);

        return Show(call.World.Members.Update(guild.Id, call.User.Id, call.Actor, now =>
            now with { Nick = call.Form.Has("nick") ? MemberForm.Nick(nick) : now.Nick }));
    }

    private static RestResult Edit(RestCall call)
    {
        var guild = call.Guild();
        var member = call.World.Members.Get(guild.Id, call.Id("user_id"));
        var change = MemberForm.Read(call, guild, member);
        var after = change.IsEmpty
            ? member
            : call.World.Members.Update(guild.Id, member.User.Id, call.Actor, change.Apply);
        if (change.MovesVoice)
            call.World.VoiceStates.Set(guild.Id, member.User.Id, change.VoiceChannelId);
        return Show(after);
    }

    private static RestResult Kick(RestCall call)
    {
        var guild = call.Guild(Permission.KickMembers);
        var member = call.World.Members.Get(guild.Id, call.Id("user_id"));
        call.RequireRankAbove(guild, member.User.Id);
        call.World.Members.Remove(guild.Id, member.User.Id, call.Actor);
        return RestResult.NoContent;
    }

    private static RestResult GiveRole(RestCall call)
    {
        var (guild, member, role) = Wearing(call);
        call.World.Members.GiveRole(guild, member, role, call.Actor);
        return RestResult.NoContent;
    }

    private static RestResult TakeRole(RestCall call)
    {
        var (guild, member, role) = Wearing(call);
        call.World.Members.TakeRole(guild, member, role, call.Actor);
        return RestResult.NoContent;
    }

    private static (ulong Guild, ulong Member, ulong Role) Wearing(RestCall call)
    {
        var guild = call.Guild(Permission.ManageRoles);
        var role = guild.Roles.GetValueOrDefault(call.Id("role_id")) ?? throw WorldException.UnknownRole();
        var member = call.World.Members.Get(guild.Id, call.Id("user_id"));
        call.RequireRankAbove(guild, role);
        return role.Managed || role.Id == guild.Id ? throw WorldException.MissingPermissions() : (guild.Id, member.User.Id, role.Id);
    }

    private static RestResult CountPrune(RestCall call)
    {
        var guild = call.Guild(Permission.KickMembers | Permission.ManageGuild);
        var since = call.World.Now - TimeSpan.FromDays(call.QueryNumber("days", 7, 1, 30));
        var included = call.Query["include_roles"].SelectMany(text => (text ?? "").Split(',')).ToHashSet();
        var pruned = guild.Members.Values.Count(member => !member.User.Bot && member.User.Id != guild.OwnerId && member.JoinedAt < since
            && member.Roles.All(role => included.Contains(role.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        return RestResult.Json(new System.Text.Json.Nodes.JsonObject { ["pruned"] = pruned });
    }

    private static void RequireMembersIntent(RestCall call)
    {
        const ApplicationFlags either = ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited;
        if (call.World.Users.Application(call.User.Id) is { } application && (application.Flags & either) == 0)
            throw WorldException.MissingAccess();
    }

    private static bool Starts(string? text, string query) => text?.StartsWith(query, StringComparison.OrdinalIgnoreCase) == true;

    private static RestResult Show(Member member) => RestResult.Json(json => MemberJson.Write(json, member));
}
