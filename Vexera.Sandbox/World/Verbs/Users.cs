using System.Security.Cryptography;
using System.Text;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>People, bots and the tokens that they come with.</summary>
internal sealed class Users(WorldState state, int seed)
{
    private const string BotScheme = "Bot ";

    public User? Find(ulong id) => state.FindUser(id);

    public User Get(ulong id) => state.User(id);

    /// <summary>Everyone who is no bot, oldest first.</summary>
    public IEnumerable<User> People => state.Users.Values.Where(user => !user.Bot).OrderBy(user => user.Id);

    public IEnumerable<Application> Applications => state.Applications.Values;

    public Application? Application(ulong id) => state.Applications.GetValueOrDefault(id);

    /// <summary>A person; its token is used bare.</summary>
    public User Create(string name, string? displayName = null, ulong? id = null)
    {
        lock (state.Gate)
        {
            return Add(new User(id ?? state.Ids.Next(), name) { GlobalName = displayName ?? name });
        }
    }

    /// <summary>An application and its bot user; the token is used as <c>Bot token</c>.</summary>
    public Application CreateBot(string name, ulong ownerId, ulong? id = null)
    {
        lock (state.Gate)
        {
            var user = Add(new User(id ?? state.Ids.Next(), name) { Bot = true });
            return state.Applications[user.Id] = new Application(user.Id, name)
            {
                OwnerId = ownerId,
                PublicKey = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TokenOf(user.Id)))),
            };
        }
    }

    /// <summary>Replaces the application, for instance to grant or refuse privileged intents.</summary>
    public Application Change(ulong applicationId, Func<Application, Application> change)
    {
        lock (state.Gate)
        {
            return state.Applications[applicationId] = change(state.Applications[applicationId]);
        }
    }

    public User Rename(ulong id, Func<User, User> change)
    {
        lock (state.Gate)
        {
            var user = state.Users[id] = change(state.User(id));
            foreach (var guild in state.Guilds.Kept.Where(guild => guild.Members.ContainsKey(id)).ToArray())
            {
                var member = guild.Members[id] with { User = user };
                state.Guilds.Put(guild with { Members = guild.Members.SetItem(id, member) });
                state.Publish(MemberEvents.Updated(guild.Id, member));
            }

            state.Publish(MemberEvents.UserUpdated(user));
            return user;
        }
    }

    /// <summary>The token of a user, without <c>Bot </c>.</summary>
    public string TokenOf(ulong userId)
    {
        var secret = SHA256.HashData(Encoding.UTF8.GetBytes($"vexera-sandbox:{seed}:{userId}"));
        var text = Convert.ToBase64String(secret).Replace('+', 'A').Replace('/', 'B');
        return $"{Convert.ToBase64String(Encoding.UTF8.GetBytes(userId.ToString(System.Globalization.CultureInfo.InvariantCulture))).TrimEnd('=')}.{text[..6]}.{text[6..43]}";
    }

    /// <summary>Who an <c>Authorization</c> header or an IDENTIFY's token names; null when nobody.</summary>
    /// <param name="credential"><c>Bot token</c> or a person's bare token.</param>
    /// <param name="bare">Whether a bot may leave out its scheme, as in IDENTIFY.</param>
    public User? Authenticate(string? credential, bool bare = false)
    {
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        var asBot = credential.StartsWith(BotScheme, StringComparison.Ordinal);
        var user = state.Tokens.TryGetValue(asBot ? credential[BotScheme.Length..] : credential, out var id) ? Find(id) : null;
        return user is null || user.Bot == asBot || (bare && user.Bot) ? user : null;
    }

    /// <summary>The direct conversation of two users, opened when it does not exist.</summary>
    public Channel OpenDirect(ulong oneId, ulong otherId)
    {
        lock (state.Gate)
        {
            var one = state.User(oneId);
            var other = state.User(otherId);
            var open = state.DirectChannels.Values.FirstOrDefault(channel =>
                channel.Recipients.Any(user => user.Id == oneId) && channel.Recipients.Any(user => user.Id == otherId));
            return open ?? state.Change(new Channel(state.Ids.Next(), ChannelType.Dm) { Recipients = [one, other] });
        }
    }

    /// <summary>The direct conversations of a user.</summary>
    public IEnumerable<Channel> DirectChannels(ulong userId) =>
        state.DirectChannels.Values.Where(channel => channel.Recipients.Any(user => user.Id == userId)).OrderBy(channel => channel.Id);

    private User Add(User user)
    {
        state.Users[user.Id] = user;
        state.Tokens[TokenOf(user.Id)] = user.Id;
        return user;
    }
}
