using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Who is in a guild, with which roles, and who may not come back.</summary>
internal sealed class Members(WorldState state, AuditLog audit)
{
    public Member? Find(ulong guildId, ulong userId) => state.Guild(guildId).Members.GetValueOrDefault(userId);

    public Member Get(ulong guildId, ulong userId) => Find(guildId, userId) ?? throw WorldException.UnknownMember();

    /// <summary>A user joins: it is told the guild, the others are told of it. Somebody who is there already stays as is.</summary>
    public Member Add(ulong guildId, ulong userId, Func<Member, Member>? draft = null)
    {
        lock (state.Gate)
        {
            var guild = state.Guild(guildId);
            if (guild.Members.TryGetValue(userId, out var present))
            {
                return present;
            }

            var member = new Member(state.User(userId), state.Now);
            member = draft?.Invoke(member) ?? member;
            state.Publish(MemberEvents.Joined(guildId, member));
            guild = state.Guilds.Change(guildId, now => now with { Members = now.Members.Add(userId, member) });
            state.Publish(GuildEvents.Available(guild, userId));
            return member;
        }
    }

    /// <summary>A bot is invited with some permissions: it joins with a managed role of its own.</summary>
    public Member AddBot(ulong guildId, ulong botId, Permission permissions, Actor actor)
    {
        lock (state.Gate)
        {
            if (Find(guildId, botId) is { } present)
            {
                return present;
            }

            var role = new Role(state.Ids.Next(), state.User(botId).Username)
            {
                Permissions = permissions,
                Position = state.Guild(guildId).Roles.Values.Max(other => other.Position) + 1,
                Managed = true,
                BotId = botId,
            };
            state.Guilds.Change(guildId, guild => guild with { Roles = guild.Roles.Add(role.Id, role) });
            state.Publish(GuildEvents.RoleCreated(guildId, role));
            var member = Add(guildId, botId, draft => draft with { Roles = [role.Id] });
            audit.Write(guildId, actor, AuditAction.BotAdd, botId);
            return member;
        }
    }

    /// <summary>A member leaves, by itself or kicked by the actor.</summary>
    public Member Remove(ulong guildId, ulong userId, Actor? kickedBy = null)
    {
        lock (state.Gate)
        {
            var member = Get(guildId, userId);
            var guild = state.Guilds.Change(guildId, now => now with
            {
                Members = now.Members.Remove(userId),
                VoiceStates = now.VoiceStates.Remove(userId),
            });
            foreach (var own in guild.Roles.Values.Where(role => role.BotId == userId).ToArray())
            {
                state.Guilds.Change(guildId, now => now with { Roles = now.Roles.Remove(own.Id) });
                state.Publish(GuildEvents.RoleDeleted(guildId, own));
            }

            state.Publish(GuildEvents.Left(guildId, userId));
            state.Publish(MemberEvents.Left(guildId, member));
            if (kickedBy is { } actor)
            {
                audit.Write(guildId, actor, AuditAction.MemberKick, userId);
            }

            return member;
        }
    }

    public Member Update(ulong guildId, ulong userId, Actor actor, Func<Member, Member> change)
    {
        lock (state.Gate)
        {
            var before = Get(guildId, userId);
            var after = change(before);
            state.Guilds.Change(guildId, guild => guild with { Members = guild.Members.SetItem(userId, after) });
            state.Publish(MemberEvents.Updated(guildId, after));
            LogRoles(guildId, actor, before, after);
            var changes = AuditChanges.Between(before with { Roles = [] }, after with { Roles = [] }, MemberJson.Write);
            if (changes.Length > 0)
            {
                audit.Write(guildId, actor, AuditAction.MemberUpdate, userId, changes);
            }

            return after;
        }
    }

    public Member GiveRole(ulong guildId, ulong userId, ulong roleId, Actor actor) => WithRole(guildId, userId, roleId, actor, given: true);

    public Member TakeRole(ulong guildId, ulong userId, ulong roleId, Actor actor) => WithRole(guildId, userId, roleId, actor, given: false);

    /// <summary>Bans a user, who need not be a member.</summary>
    public Ban Ban(ulong guildId, ulong userId, Actor actor)
    {
        lock (state.Gate)
        {
            var ban = new Ban(state.User(userId), actor.Reason);
            state.Guilds.Change(guildId, guild => guild with { Bans = guild.Bans.SetItem(userId, ban) });
            state.Publish(MemberEvents.Banned(guildId, ban.User));
            if (Find(guildId, userId) is not null)
            {
                Remove(guildId, userId);
            }

            audit.Write(guildId, actor, AuditAction.MemberBanAdd, userId);
            return ban;
        }
    }

    public void Unban(ulong guildId, ulong userId, Actor actor)
    {
        lock (state.Gate)
        {
            var ban = state.Guild(guildId).Bans.GetValueOrDefault(userId) ?? throw WorldException.UnknownBan();
            state.Guilds.Change(guildId, guild => guild with { Bans = guild.Bans.Remove(userId) });
            state.Publish(MemberEvents.Unbanned(guildId, ban.User));
            audit.Write(guildId, actor, AuditAction.MemberBanRemove, userId);
        }
    }

    private Member WithRole(ulong guildId, ulong userId, ulong roleId, Actor actor, bool given)
    {
        lock (state.Gate)
        {
            if (!state.Guild(guildId).Roles.ContainsKey(roleId))
            {
                throw WorldException.UnknownRole();
            }

            var member = Get(guildId, userId);
            return member.Roles.Contains(roleId) == given
                ? member
                : Update(guildId, userId, actor, before => before with { Roles = given ? before.Roles.Add(roleId) : before.Roles.Remove(roleId) });
        }
    }

    private void LogRoles(ulong guildId, Actor actor, Member before, Member after)
    {
        var changes = ImmutableArray.CreateBuilder<AuditChange>();
        AddRoles(changes, guildId, "$add", after.Roles.Except(before.Roles));
        AddRoles(changes, guildId, "$remove", before.Roles.Except(after.Roles));
        if (changes.Count > 0)
        {
            audit.Write(guildId, actor, AuditAction.MemberRoleUpdate, after.User.Id, changes.ToImmutable());
        }
    }

    private void AddRoles(ImmutableArray<AuditChange>.Builder changes, ulong guildId, string key, IEnumerable<ulong> roleIds)
    {
        var roles = roleIds.Select(id => (JsonNode)new JsonObject
        {
            ["id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["name"] = state.Guild(guildId).Roles.GetValueOrDefault(id)?.Name,
        }).ToArray();
        if (roles.Length > 0)
        {
            changes.Add(new AuditChange(key, null, new JsonArray(roles)));
        }
    }
}
