using System.Collections.Immutable;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>What an edit of a member changes, after every check.</summary>
/// <param name="Apply">The change of the member's record.</param>
/// <param name="IsEmpty">Whether the record stays as it is.</param>
/// <param name="MovesVoice">Whether the member changes its voice channel.</param>
/// <param name="VoiceChannelId">Where to; null disconnects.</param>
internal sealed record MemberForm(Func<Member, Member> Apply, bool IsEmpty, bool MovesVoice, ulong? VoiceChannelId)
{
    public const int LongestNick = 32;

    public static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(28);

    private static readonly FieldError TimeoutTooLong =
        new("GUILD_MEMBER_COMMUNICATION_DISABLED_UNTIL_MAX", "The timeout may end at most 28 days from now.");

    /// <exception cref="RestException">A value is wrong or refers to something that is not there.</exception>
    /// <exception cref="WorldException">The caller may not change this of this member.</exception>
    public static MemberForm Read(RestCall call, Guild guild, Member member)
    {
        var form = call.Form;
        var changes = new List<Func<Member, Member>>();
        if (form.Has("nick"))
        {
            var nick = form.String("nick", 0, LongestNick);
            RequireOver(call, guild, member, Permission.ManageNicknames);
            changes.Add(now => now with { Nick = Nick(nick) });
        }

        if (form.Has("roles"))
        {
            var roles = ReadRoles(call, guild, member);
            changes.Add(now => now with { Roles = roles });
        }

        if (form.Has("communication_disabled_until"))
        {
            var until = ReadTimeout(call, guild, member);
            changes.Add(now => now with { CommunicationDisabledUntil = until });
        }

        if (form.Boolean("mute") is { } mute)
        {
            RequireInVoice(call, guild, member, Permission.MuteMembers);
            changes.Add(now => now with { Mute = mute });
        }

        if (form.Boolean("deaf") is { } deaf)
        {
            RequireInVoice(call, guild, member, Permission.DeafenMembers);
            changes.Add(now => now with { Deaf = deaf });
        }

        var moves = form.Has("channel_id");
        var target = moves ? ReadVoiceChannel(call, guild, member) : null;
        form.Errors.ThrowIfAny();
        return new MemberForm(now => changes.Aggregate(now, (one, change) => change(one)), changes.Count == 0, moves, target);
    }

    /// <summary>An empty nickname is none.</summary>
    public static string? Nick(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static ImmutableArray<ulong> ReadRoles(RestCall call, Guild guild, Member member)
    {
        var wanted = call.Form.Ids("roles", 350).Distinct().ToImmutableArray();
        call.Require(guild, Permission.ManageRoles);
        foreach (var id in wanted.Except(member.Roles).Concat(member.Roles.Except(wanted)))
        {
            var role = guild.Roles.GetValueOrDefault(id) ?? throw WorldException.UnknownRole();
            call.RequireRankAbove(guild, role);
            if (role.Managed || role.Id == guild.Id)
                throw WorldException.MissingPermissions();
        }

        return wanted;
    }

    private static DateTimeOffset? ReadTimeout(RestCall call, Guild guild, Member member)
    {
        var until = call.Form.Time("communication_disabled_until");
        RequireOver(call, guild, member, Permission.ModerateMembers);
        if (PermissionRules.InGuild(guild, member.User.Id, call.World.Now).HasFlag(Permission.Administrator))
            throw WorldException.MissingPermissions();
        if (until > call.World.Now + LongestTimeout)
            call.Form.Fail("communication_disabled_until", TimeoutTooLong);
        return until;
    }

    private static ulong? ReadVoiceChannel(RestCall call, Guild guild, Member member)
    {
        var target = call.Form.Id("channel_id");
        RequireInVoice(call, guild, member, Permission.MoveMembers);
        if (target is not { } id)
            return null;

        var channel = guild.Channels.GetValueOrDefault(id) ?? throw WorldException.UnknownChannel();
        if (!channel.IsVoice)
            throw new RestException(RestErrors.WrongChannelType);

        call.Require(channel, Permission.Connect);
        return id;
    }

    private static void RequireOver(RestCall call, Guild guild, Member member, Permission needed)
    {
        call.Require(guild, needed);
        if (member.User.Id != call.User.Id || needed == Permission.ModerateMembers)
            call.RequireRankAbove(guild, member.User.Id);
    }

    private static void RequireInVoice(RestCall call, Guild guild, Member member, Permission needed)
    {
        call.Require(guild, needed);
        if (!guild.VoiceStates.ContainsKey(member.User.Id))
            throw new RestException(RestErrors.NotConnectedToVoice);
    }
}
