using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Ways into guilds.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/invite"/>
internal static class InviteRoutes
{
    private const int LongestAge = 604_800;
    private const int MostUses = 100;
    private const int Day = 86_400;

    public static void Map(RouteTable routes) => routes
        .Post("/channels/{channel_id}/invites", Create)
        .Get("/channels/{channel_id}/invites", ListOfChannel)
        .Get("/guilds/{guild_id}/invites", ListOfGuild)
        .Get("/invites/{code}", Get, access: Access.Public)
        .Post("/invites/{code}", Accept, access: Access.People)
        .Delete("/invites/{code}", Delete);

    private static RestResult Create(RestCall call)
    {
        var channel = call.GuildChannel(Permission.CreateInstantInvite);
        var age = TimeSpan.FromSeconds(call.Form.Integer("max_age", 0, LongestAge) ?? Day);
        var uses = (int)(call.Form.Integer("max_uses", 0, MostUses) ?? 0);
        var temporary = call.Form.Boolean("temporary") ?? false;
        call.Form.Errors.ThrowIfAny();
        return Show(call, call.World.Invites.Create(channel.Id, call.Actor, invite => invite with { MaxAge = age, MaxUses = uses, Temporary = temporary }), withMetadata: true);
    }

    private static RestResult ListOfChannel(RestCall call)
    {
        var channel = call.GuildChannel(Permission.ManageChannels);
        return List(call, channel.GuildId!.Value, invite => invite.ChannelId == channel.Id);
    }

    private static RestResult ListOfGuild(RestCall call) => List(call, call.Guild(Permission.ManageGuild).Id, _ => true);

    private static RestResult Get(RestCall call) => Show(call, call.World.Invites.Get(call.Text("code")), withMetadata: false);

    private static RestResult Accept(RestCall call) => Show(call, call.World.Invites.Accept(call.Text("code"), call.User.Id), withMetadata: false);

    private static RestResult Delete(RestCall call)
    {
        var invite = call.World.Invites.Get(call.Text("code"));
        var channel = call.Seen(call.World.Channels.Get(invite.ChannelId));
        if ((call.Permissions(channel) & (Permission.ManageChannels | Permission.ManageGuild)) == 0)
            throw WorldException.MissingPermissions();

        return Show(call, call.World.Invites.Delete(invite.Code, call.Actor), withMetadata: false);
    }

    private static RestResult List(RestCall call, ulong guildId, Func<Invite, bool> which)
    {
        var guild = call.World.Guilds.Get(guildId);
        return RestResult.List(call.World.Invites.Of(guildId).Where(which), (json, invite) => InviteJson.Write(json, invite, guild, withMetadata: true));
    }

    private static RestResult Show(RestCall call, Invite invite, bool withMetadata)
    {
        var guild = call.World.Guilds.Get(invite.GuildId);
        return RestResult.Json(json => InviteJson.Write(json, invite, guild, withMetadata));
    }
}
