using System.Text.Json;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>One guild.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/guild"/>
internal static class GuildRoutes
{
    public static void Map(RouteTable routes) => routes
        .Get("/guilds/{guild_id}", Get)
        .Patch("/guilds/{guild_id}", Edit)
        .Get("/guilds/{guild_id}/preview", Preview)
        .Get("/guilds/{guild_id}/emojis", Emojis)
        .Get("/guilds/{guild_id}/emojis/{emoji_id}", Emoji)
        .Get("/guilds/{guild_id}/stickers", Nothing)
        .Get("/guilds/{guild_id}/integrations", NothingFor(Permission.ManageGuild));

    private static RestResult Get(RestCall call)
    {
        var guild = call.World.Guilds.Find(call.Id("guild_id"));
        if (guild is null || !guild.Members.ContainsKey(call.User.Id))
            throw WorldException.UnknownGuild();

        var withCounts = call.QueryFlag("with_counts");
        return RestResult.Json(json => GuildJson.Write(json, guild, withCounts));
    }

    private static RestResult Edit(RestCall call)
    {
        var guild = call.Guild(Permission.ManageGuild);
        var change = GuildForm.Read(call.Form, guild);
        call.Form.Errors.ThrowIfAny();
        var after = call.World.Guilds.Update(guild.Id, call.Actor, change);
        return RestResult.Json(json => GuildJson.Write(json, after));
    }

    private static RestResult Preview(RestCall call)
    {
        var guild = call.Guild();
        return RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteId("id", guild.Id);
            json.WriteString("name", guild.Name);
            json.WriteString("icon", guild.Icon);
            json.WriteString("description", guild.Description);
            json.WriteNull("home_header");
            json.WriteNull("splash");
            json.WriteNull("discovery_splash");
            json.WriteArray("features", guild.Features, static (writer, feature) => writer.WriteStringValue(feature));
            json.WriteNumber("approximate_member_count", guild.MemberCount);
            json.WriteNumber("approximate_presence_count", guild.Members.Count);
            json.WriteArray("emojis", guild.Emojis.Values, EmojiJson.Write);
            json.WriteEmptyArray("stickers");
            json.WriteEndObject();
        });
    }

    private static RestResult Emojis(RestCall call) => RestResult.List(call.Guild().Emojis.Values.OrderBy(emoji => emoji.Id), EmojiJson.Write);

    private static RestResult Emoji(RestCall call)
    {
        var emoji = call.Guild().Emojis.GetValueOrDefault(call.Id("emoji_id")) ?? throw WorldException.UnknownEmoji();
        return RestResult.Json(json => EmojiJson.Write(json, emoji));
    }

    private static RestResult Nothing(RestCall call)
    {
        call.Guild();
        return RestResult.List(Array.Empty<Emoji>(), EmojiJson.Write);
    }

    private static RestHandler NothingFor(Permission needed) => call =>
    {
        call.Guild(needed);
        return new RestResult(200, static json => JsonSerializer.Serialize(json, Array.Empty<int>()));
    };
}
