using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>A channel's exceptions to permissions.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/channel#edit-channel-permissions"/>
internal static class OverwriteRoutes
{
    public static void Map(RouteTable routes) => routes
        .Put("/channels/{channel_id}/permissions/{overwrite_id}", Set)
        .Delete("/channels/{channel_id}/permissions/{overwrite_id}", Remove);

    private static RestResult Set(RestCall call)
    {
        var channel = call.GuildChannel(Permission.ManageRoles);
        var type = (OverwriteType)(call.Form.Choice("type", required: true, 0, 1) ?? 0);
        var overwrite = ChannelForm.ReadOverwrite(call.Form, call.Id("overwrite_id"), type);
        call.Form.Errors.ThrowIfAny();
        var guild = call.World.Guilds.Get(channel.GuildId!.Value);
        if (type == OverwriteType.Role && !guild.Roles.ContainsKey(overwrite.Id))
            throw new RestException(RestErrors.UnknownOverwrite);

        var before = channel.Overwrites.FirstOrDefault(one => one.Id == overwrite.Id);
        var changed = (overwrite.Allow ^ (before?.Allow ?? 0)) | (overwrite.Deny ^ (before?.Deny ?? 0));
        call.Require(channel, changed);
        call.World.Channels.SetOverwrite(channel.Id, overwrite, call.Actor);
        return RestResult.NoContent;
    }

    private static RestResult Remove(RestCall call)
    {
        var channel = call.GuildChannel(Permission.ManageRoles);
        call.World.Channels.RemoveOverwrite(channel.Id, call.Id("overwrite_id"), call.Actor);
        return RestResult.NoContent;
    }
}
