using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>One channel.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/channel"/>
internal static class ChannelRoutes
{
    public static void Map(RouteTable routes) => routes
        .Get("/channels/{channel_id}", Get)
        .Patch("/channels/{channel_id}", Edit, Limits.ChannelEdit)
        .Delete("/channels/{channel_id}", Delete);

    public static RestResult Show(RestCall call, Channel channel, int status = 200) => RestResult.Json(
        json =>
        {
            if (channel.IsDm)
                ChannelJson.WriteDirect(json, channel, call.User.Id);
            else
                ChannelJson.Write(json, channel);
        },
        status);

    private static RestResult Get(RestCall call) => Show(call, call.Channel());

    private static RestResult Edit(RestCall call)
    {
        var channel = call.Channel();
        if (channel.GuildId is not { } guildId)
            throw new RestException(RestErrors.NotOnDirectMessages);

        if (channel.Thread is { } thread)
            return Show(call, call.World.Channels.Update(channel.Id, call.Actor, ThreadForm.ReadChange(call, channel, thread)));

        call.Require(channel, Permission.ManageChannels);
        var guild = call.World.Guilds.Get(guildId);
        var change = ChannelForm.ReadChange(call.Form, guild, channel);
        call.Form.Errors.ThrowIfAny();
        if (call.Form.Has("permission_overwrites"))
            call.Require(channel, Permission.ManageRoles);
        return Show(call, call.World.Channels.Update(channel.Id, call.Actor, change));
    }

    private static RestResult Delete(RestCall call)
    {
        var channel = call.Channel();
        if (channel.IsDm)
            return Show(call, channel);

        call.Require(channel, channel.IsThread ? Permission.ManageThreads : Permission.ManageChannels);
        var guild = call.World.Guilds.Get(channel.GuildId!.Value);
        if (guild.RulesChannelId == channel.Id || guild.PublicUpdatesChannelId == channel.Id)
            throw new RestException(RestErrors.CommunityChannel);

        return Show(call, call.World.Channels.Delete(channel.Id, call.Actor));
    }
}
