using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>The channels of a guild.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/guild#get-guild-channels"/>
internal static class GuildChannelRoutes
{
    private const int Maximum = 500;

    public static void Map(RouteTable routes) => routes
        .Get("/guilds/{guild_id}/channels", List)
        .Post("/guilds/{guild_id}/channels", Create)
        .Patch("/guilds/{guild_id}/channels", Reorder);

    private static RestResult List(RestCall call) =>
        RestResult.List(call.Guild().ChannelsInOrder, (json, channel) => ChannelJson.Write(json, channel));

    private static RestResult Create(RestCall call)
    {
        var guild = call.Guild(Permission.ManageChannels);
        if (guild.ChannelsInOrder.Count() >= Maximum)
            throw new RestException(RestErrors.TooManyChannels);

        var (type, name) = ChannelForm.ReadNew(call.Form);
        var position = guild.ChannelsInOrder.Select(channel => channel.Position + 1).DefaultIfEmpty().Max();
        var change = ChannelForm.ReadChange(call.Form, guild, new Channel(0, type) { GuildId = guild.Id, Name = name, Position = position });
        call.Form.Errors.ThrowIfAny();
        var wanted = change(new Channel(0, type));
        foreach (var overwrite in wanted.Overwrites)
            call.RequireHolding(guild, overwrite.Allow | overwrite.Deny);

        var created = call.World.Channels.Create(guild.Id, type, name, call.Actor, fresh => wanted with { Id = fresh.Id });
        return ChannelRoutes.Show(call, created, status: 201);
    }

    private static RestResult Reorder(RestCall call)
    {
        var guild = call.Guild(Permission.ManageChannels);
        var errors = new FormErrors();
        var moves = new List<(ulong Id, Func<Channel, Channel> Change)>();
        foreach (var form in call.FormList(errors))
        {
            if (form.Id("id", required: true) is not { } id)
                continue;
            if (!guild.Channels.TryGetValue(id, out var channel))
                throw WorldException.UnknownChannel();

            moves.Add((id, Move(form, guild, channel)));
        }

        errors.ThrowIfAny();
        foreach (var (id, change) in moves)
            call.World.Channels.Update(id, call.Actor, change);
        return RestResult.NoContent;
    }

    private static Func<Channel, Channel> Move(Form form, Guild guild, Channel channel)
    {
        var position = (int?)form.Integer("position", 0, 1000);
        var parentId = form.Has("parent_id") ? form.Id("parent_id") : channel.ParentId;
        var parent = parentId is { } id ? guild.Channels.GetValueOrDefault(id) : null;
        var synchronize = (form.Boolean("lock_permissions") ?? false) && parent is not null;
        return now => now with
        {
            Position = position ?? now.Position,
            ParentId = parentId,
            Overwrites = synchronize ? parent!.Overwrites : now.Overwrites,
        };
    }
}
