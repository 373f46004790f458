using Vexera.Sandbox.Chat.Markdown;
using Vexera.Sandbox.Chat.Model;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>What one member may know of a guild at one moment. Immutable.</summary>
internal sealed class GuildView(Guild guild, ulong viewer, DateTimeOffset now) : IMentionNames
{
    private const Permission Moderating = Permission.KickMembers | Permission.BanMembers | Permission.ModerateMembers | Permission.ManageGuild;

    private readonly Permission _permissions = PermissionRules.InGuild(guild, viewer, now);

    public Guild Guild => guild;

    /// <summary>Channels that the viewer may see, under their categories; those without one come first.</summary>
    public IReadOnlyList<ChannelGroup> Channels { get; } = MakeGroups(guild, viewer, now);

    /// <summary>Members under the highest role that is shown apart, bots among them.</summary>
    public IReadOnlyList<MemberGroup> Members { get; } = MakeMembers(guild, now);

    /// <summary>Banned users, for those who may see the list.</summary>
    public IReadOnlyList<ChatUser> Banned =>
        Can(Permission.BanMembers) ? [.. guild.Bans.Values.Select(b => UserOf(b.User)).OrderBy(u => u.Name, StringComparer.OrdinalIgnoreCase)] : [];

    public bool Can(Permission permission) => _permissions.HasFlag(permission);

    public bool Can(Permission permission, Channel channel) => PermissionRules.InChannel(guild, channel, viewer, now).HasFlag(permission);

    public bool IsOwner => guild.OwnerId == viewer;

    public Channel? Find(ulong channel) => Channels.SelectMany(g => g.Channels).FirstOrDefault(c => c.Id == channel);

    /// <summary>The channel to open first: where the guild greets, else the first to read.</summary>
    public Channel? First => guild.SystemChannelId is { } id && Find(id) is { } system ? system : Channels.SelectMany(g => g.Channels).FirstOrDefault();

    public string? User(ulong id) => guild.Members.GetValueOrDefault(id)?.DisplayName;

    public string? Channel(ulong id) => Find(id)?.Name;

    public (string Name, int Colour)? Role(ulong id) => guild.Roles.GetValueOrDefault(id) is { } role ? (role.Name.TrimStart('@'), role.Color) : null;

    /// <summary>What somebody is here.</summary>
    public GuildPart PartOf(ulong user) =>
        guild.OwnerId == user ? GuildPart.Owner
        : !guild.Members.ContainsKey(user) ? GuildPart.Outside
        : (PermissionRules.InGuild(guild, user, now) & Moderating) != Permission.None ? GuildPart.Moderator
        : GuildPart.Member;

    /// <summary>A member as the list shows it; null for nobody here.</summary>
    public MemberView? Member(ulong user) => guild.Members.GetValueOrDefault(user) is { } member ? MakeMember(guild, member, now) : null;

    public bool HasBot => guild.Members.Values.Any(m => m.User.Bot);

    /// <summary>Roles that somebody can be given, highest first.</summary>
    public IReadOnlyList<(ulong Id, string Name, int Colour)> RolesToGive =>
        [.. guild.RolesInOrder.Reverse().Where(r => r.Id != guild.Id && !r.Managed).Select(r => (r.Id, r.Name, r.Color))];

    public bool Has(ulong user, ulong role) => guild.Members.GetValueOrDefault(user)?.Roles.Contains(role) == true;

    /// <summary>The colour of a member's highest role that has one, 0 for none.</summary>
    public int ColourOf(ulong user) => guild.Members.GetValueOrDefault(user) is { } member ? ColourOf(guild, member) : 0;

    /// <summary>The choices of a menu of members, roles or channels.</summary>
    public IReadOnlyList<ChatSelectOption> OptionsFor(ChatComponentType type) => type switch
    {
        ChatComponentType.UserSelect => [.. Users()],
        ChatComponentType.RoleSelect => [.. Roles()],
        ChatComponentType.MentionableSelect => [.. Users(), .. Roles()],
        ChatComponentType.ChannelSelect => [.. Channels.SelectMany(g => g.Channels).Select(c => Choice(c.Id, "#" + c.Name))],
        _ => [],
    };

    /// <summary>The values that an option of a command can have here; null where it is typed.</summary>
    public IReadOnlyList<ChatSelectOption>? OptionsFor(ChatOption option) => option.Type switch
    {
        ChatOptionType.User => [.. Users(), .. Banned.Select(u => Choice(u.Id, Texts.BannedUser.With(u.Name)))],
        ChatOptionType.Role => [.. Roles()],
        ChatOptionType.Mentionable => [.. Users(), .. Roles()],
        ChatOptionType.Channel =>
        [
            .. guild.ChannelsInOrder
                .Where(c => option.ChannelTypes.Count == 0 || option.ChannelTypes.Contains((int)c.Type))
                .Where(c => PermissionRules.InChannel(guild, c, viewer, now).HasFlag(Permission.ViewChannel))
                .Select(c => Choice(c.Id, (c.HoldsMessages ? "#" : "") + c.Name)),
        ],
        _ => null,
    };

    private IEnumerable<ChatSelectOption> Users() => Members.SelectMany(g => g.Members).Select(m => Choice(m.Id, m.Name));

    private IEnumerable<ChatSelectOption> Roles() => guild.RolesInOrder.Reverse().Where(r => r.Id != guild.Id).Select(r => Choice(r.Id, "@" + r.Name));

    private static ChatSelectOption Choice(ulong id, string name) => new() { Value = id.ToString(System.Globalization.CultureInfo.InvariantCulture), Label = name };

    private static ChatUser UserOf(User user) => new() { Id = user.Id, Username = user.Username, GlobalName = user.GlobalName, Bot = user.Bot };

    private static List<ChannelGroup> MakeGroups(Guild guild, ulong viewer, DateTimeOffset now)
    {
        var seen = guild.ChannelsInOrder.Where(c => c.HoldsMessages && PermissionRules.InChannel(guild, c, viewer, now).HasFlag(Permission.ViewChannel));
        var threads = guild.Threads
            .Where(t => t.Thread is { Archived: false } && PermissionRules.InChannel(guild, t, viewer, now).HasFlag(Permission.ViewChannel))
            .ToLookup(t => t.ParentId);
        var byCategory = seen.SelectMany(c => threads[c.Id].Prepend(c).Select(each => (each, c.ParentId))).ToLookup(c => c.ParentId, c => c.each);
        var categories = guild.ChannelsInOrder.Where(c => c.Type == ChannelType.Category);
        return
        [
            .. ((IEnumerable<Channel?>)[null, .. categories])
                .Select(c => new ChannelGroup(c?.Name, [.. byCategory[c?.Id]]))
                .Where(g => g.Channels.Count > 0),
        ];
    }

    private static List<MemberGroup> MakeMembers(Guild guild, DateTimeOffset now) =>
    [
        .. guild.Members.Values
            .Select(m => (Member: m, Group: m.Roles.Select(guild.Roles.GetValueOrDefault).OfType<Role>().Where(r => r.Hoist).MaxBy(r => r.Position)))
            .GroupBy(m => m.Group)
            .OrderByDescending(g => g.Key?.Position ?? -1)
            .Select(g => new MemberGroup(g.Key?.Name, [.. g.Select(m => MakeMember(guild, m.Member, now)).OrderBy(m => m.Name, StringComparer.OrdinalIgnoreCase)])),
    ];

    private static MemberView MakeMember(Guild guild, Member member, DateTimeOffset now) => new(
        member.User.Id,
        member.DisplayName,
        member.User.Bot,
        guild.OwnerId == member.User.Id,
        ColourOf(guild, member),
        PermissionRules.IsTimedOut(member, now) ? member.CommunicationDisabledUntil : null,
        [.. member.Roles.Select(guild.Roles.GetValueOrDefault).OfType<Role>().OrderByDescending(r => r.Position).Select(r => r.Name)]);

    private static int ColourOf(Guild guild, Member member) =>
        member.Roles.Select(guild.Roles.GetValueOrDefault).OfType<Role>().Where(r => r.Color != 0).MaxBy(r => r.Position)?.Color ?? 0;
}

/// <summary>A category and its channels; without a name, those that have no category.</summary>
internal sealed record ChannelGroup(string? Name, IReadOnlyList<Channel> Channels);

/// <summary>Members under one role; without a name, those with no role that is shown apart.</summary>
internal sealed record MemberGroup(string? Name, IReadOnlyList<MemberView> Members);

/// <summary>What somebody is in a guild.</summary>
internal enum GuildPart
{
    Outside,
    Member,
    Moderator,
    Owner,
}
