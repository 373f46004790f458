using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>The roles of a guild.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/guild#get-guild-roles"/>
internal static class RoleRoutes
{
    private const int Maximum = 250;

    public static void Map(RouteTable routes) => routes
        .Get("/guilds/{guild_id}/roles", List)
        .Get("/guilds/{guild_id}/roles/{role_id}", Get)
        .Post("/guilds/{guild_id}/roles", Create)
        .Patch("/guilds/{guild_id}/roles", Reorder)
        .Patch("/guilds/{guild_id}/roles/{role_id}", Edit)
        .Delete("/guilds/{guild_id}/roles/{role_id}", Delete);

    private static RestResult List(RestCall call) => RestResult.List(call.Guild().RolesInOrder, RoleJson.Write);

    private static RestResult Get(RestCall call) => Show(Find(call, call.Guild()));

    private static RestResult Create(RestCall call)
    {
        var guild = call.Guild(Permission.ManageRoles);
        if (guild.Roles.Count >= Maximum)
            throw new RestException(RestErrors.TooManyRoles);

        var fresh = new Role(0, "new role") { Permissions = guild.Everyone.Permissions };
        var wanted = Read(call.Form, fresh);
        call.RequireHolding(guild, wanted.Permissions & ~guild.Everyone.Permissions);
        return Show(call.World.Roles.Create(guild.Id, wanted.Name, call.Actor, role => wanted with { Id = role.Id, Position = role.Position }));
    }

    private static RestResult Edit(RestCall call)
    {
        var guild = call.Guild(Permission.ManageRoles);
        var role = Find(call, guild);
        call.RequireRankAbove(guild, role);
        var wanted = Read(call.Form, role);
        call.RequireHolding(guild, wanted.Permissions ^ role.Permissions);
        return Show(call.World.Roles.Update(guild.Id, role.Id, call.Actor, now => wanted with { Position = now.Position }));
    }

    private static RestResult Delete(RestCall call)
    {
        var guild = call.Guild(Permission.ManageRoles);
        var role = Find(call, guild);
        call.RequireRankAbove(guild, role);
        if (role.Id == guild.Id || role.Managed)
            throw new RestException(RestErrors.InvalidRole);

        call.World.Roles.Delete(guild.Id, role.Id, call.Actor);
        return RestResult.NoContent;
    }

    private static RestResult Reorder(RestCall call)
    {
        var guild = call.Guild(Permission.ManageRoles);
        var errors = new FormErrors();
        var moves = new List<(Role Role, int Position)>();
        foreach (var form in call.FormList(errors))
        {
            var id = form.Id("id", required: true);
            var position = form.Integer("position", 0, Maximum);
            if (id is null || position is null)
                continue;

            var role = guild.Roles.GetValueOrDefault(id.Value) ?? throw WorldException.UnknownRole();
            call.RequireRankAbove(guild, role);
            call.RequireRankAbove(guild, role with { Position = (int)position.Value });
            moves.Add((role, (int)position.Value));
        }

        errors.ThrowIfAny();
        foreach (var (role, position) in moves.Where(move => move.Role.Position != move.Position))
            call.World.Roles.Update(guild.Id, role.Id, call.Actor, now => now with { Position = position });
        return RestResult.List(call.World.Guilds.Get(guild.Id).RolesInOrder, RoleJson.Write);
    }

    private static Role Read(Form form, Role before)
    {
        var colors = form.Object("colors");
        var wanted = before with
        {
            Name = form.String("name", 0, 100) is { Length: > 0 } name ? name : before.Name,
            Permissions = form.Integer("permissions", 0) is { } bits ? (Permission)bits & PermissionSets.All : before.Permissions,
            Color = (int)(form.Integer("color", 0, 0xFFFFFF) ?? colors?.Integer("primary_color", 0, 0xFFFFFF) ?? before.Color),
            Hoist = form.Boolean("hoist") ?? before.Hoist,
            Mentionable = form.Boolean("mentionable") ?? before.Mentionable,
        };
        if (form.HasValue("icon") || form.HasValue("unicode_emoji"))
            throw new RestException(RestErrors.NotEnoughBoosts);

        form.Errors.ThrowIfAny();
        return wanted;
    }

    private static Role Find(RestCall call, Guild guild) => guild.Roles.GetValueOrDefault(call.Id("role_id")) ?? throw WorldException.UnknownRole();

    private static RestResult Show(Role role) => RestResult.Json(json => RoleJson.Write(json, role));
}
