using System.Globalization;
using System.Text;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Emoji under messages.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/message#create-reaction"/>
internal static class ReactionRoutes
{
    private const int MaximumKinds = 20;
    private const string All = "/channels/{channel_id}/messages/{message_id}/reactions";
    private const string One = All + "/{emoji_name}";

    public static void Map(RouteTable routes) => routes
        .Put(One + "/@me", Add, Limits.Reaction)
        .Delete(One + "/@me", RemoveOwn, Limits.Reaction)
        .Delete(One + "/{user_id}", RemoveOf, Limits.Reaction)
        .Get(One, Users)
        .Delete(One, ClearOne, Limits.Reaction)
        .Delete(All, ClearAll, Limits.Reaction);

    private static RestResult Add(RestCall call)
    {
        var channel = call.Channel(Permission.ReadMessageHistory);
        var message = call.Message(channel);
        var (id, name) = Emoji(call, channel);
        if (!message.Reactions.Any(reaction => reaction.Is(id, name)))
        {
            call.Require(channel, Permission.AddReactions);
            if (message.Reactions.Length >= MaximumKinds)
                throw new RestException(RestErrors.TooManyReactions);
        }

        call.World.Reactions.Add(channel.Id, message.Id, id, name, call.User.Id);
        return RestResult.NoContent;
    }

    private static RestResult RemoveOwn(RestCall call) => Remove(call, call.Channel(), call.User.Id);

    private static RestResult RemoveOf(RestCall call)
    {
        var userId = call.Id("user_id");
        return Remove(call, userId == call.User.Id ? call.Channel() : call.GuildChannel(Permission.ManageMessages), userId);
    }

    private static RestResult Remove(RestCall call, Channel channel, ulong userId)
    {
        var (id, name) = Emoji(call, channel);
        call.World.Reactions.Remove(channel.Id, call.Message(channel).Id, id, name, userId);
        return RestResult.NoContent;
    }

    private static RestResult Users(RestCall call)
    {
        var channel = call.Channel(Permission.ReadMessageHistory);
        var (id, name) = Emoji(call, channel);
        var reaction = call.Message(channel).Reactions.FirstOrDefault(one => one.Is(id, name));
        var after = call.QueryId("after") ?? 0;
        var users = (reaction?.Users ?? []).Where(user => user > after).Order().Take(call.QueryNumber("limit", 25, 1, 100));
        return RestResult.List(users.Select(user => call.World.Users.Get(user)), UserJson.Write);
    }

    private static RestResult ClearOne(RestCall call)
    {
        var channel = call.GuildChannel(Permission.ManageMessages);
        call.World.Reactions.Clear(channel.Id, call.Message(channel).Id, Emoji(call, channel));
        return RestResult.NoContent;
    }

    private static RestResult ClearAll(RestCall call)
    {
        var channel = call.GuildChannel(Permission.ManageMessages);
        call.World.Reactions.Clear(channel.Id, call.Message(channel).Id);
        return RestResult.NoContent;
    }

    /// <summary>A guild's own emoji as <c>name:id</c>, or a character.</summary>
    private static (ulong? Id, string Name) Emoji(RestCall call, Channel channel)
    {
        var text = call.Text("emoji_name");
        if (text.Split(':') is [.., var name, var digits] && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            var known = channel.GuildId is { } guildId && call.World.Guilds.Get(guildId).Emojis.TryGetValue(id, out var emoji) ? emoji : null;
            return known is not null ? (id, known.Name) : throw new RestException(RestErrors.UnknownEmoji);
        }

        return IsEmoji(text) ? (null, text) : throw new RestException(RestErrors.UnknownEmoji);
    }

    private static bool IsEmoji(string text) =>
        new StringInfo(text).LengthInTextElements == 1
        && (text.Contains('\u20e3', StringComparison.Ordinal)
            || text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherPunctuation));
}
