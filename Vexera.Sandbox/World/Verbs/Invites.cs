using System.Collections.Concurrent;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Ways into guilds.</summary>
internal sealed class Invites(WorldState state, Members members, AuditLog audit)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private readonly ConcurrentDictionary<string, Invite> _invites = [];

    public Invite Get(string code) =>
        _invites.GetValueOrDefault(code) is { } invite && !invite.IsSpent(state.Now) ? invite : throw WorldException.Unknown(10006, "Invite");

    /// <summary>The invites of a guild that still open something, oldest first.</summary>
    public IEnumerable<Invite> Of(ulong guildId) =>
        _invites.Values.Where(invite => invite.GuildId == guildId && !invite.IsSpent(state.Now)).OrderBy(invite => invite.CreatedAt).ThenBy(invite => invite.Code, StringComparer.Ordinal);

    public Invite Create(ulong channelId, Actor actor, Func<Invite, Invite> draft)
    {
        lock (state.Gate)
        {
            var guildId = state.Channel(channelId).GuildId ?? throw WorldException.UnknownChannel();
            var invite = draft(new Invite(Spell(state.Ids.Next()), guildId, channelId, state.User(actor.UserId), state.Now));
            _invites[invite.Code] = invite;
            state.Publish(InviteEvents.Created(invite));
            audit.Write(guildId, actor, AuditAction.InviteCreate, null, [new AuditChange("code", null, invite.Code)]);
            return invite;
        }
    }

    public Invite Delete(string code, Actor actor)
    {
        lock (state.Gate)
        {
            var invite = Get(code);
            _invites.TryRemove(code, out _);
            state.Publish(InviteEvents.Deleted(invite));
            audit.Write(invite.GuildId, actor, AuditAction.InviteDelete, null, [new AuditChange("code", invite.Code, null)]);
            return invite;
        }
    }

    /// <summary>A user follows an invite into its guild.</summary>
    /// <exception cref="WorldException">The user is banned there.</exception>
    public Invite Accept(string code, ulong userId)
    {
        lock (state.Gate)
        {
            var invite = Get(code);
            if (state.Guild(invite.GuildId).Bans.ContainsKey(userId))
            {
                throw new WorldException(403, 40007, "The user is banned from this guild.");
            }

            members.Add(invite.GuildId, userId);
            return _invites[code] = invite with { Uses = invite.Uses + 1 };
        }
    }

    // Ids that follow one another shall not give codes that look alike.
    private static string Spell(ulong id)
    {
        var scrambled = id * 0x9E3779B97F4A7C15UL;
        return string.Create(8, scrambled, static (code, rest) =>
        {
            for (var i = 0; i < code.Length; i++, rest /= (ulong)Letters.Length)
            {
                code[i] = Letters[(int)(rest % (ulong)Letters.Length)];
            }
        });
    }
}
