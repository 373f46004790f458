using System.Collections.Immutable;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads a channel's properties for a new channel or for a change.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/channel#modify-channel"/>
internal static class ChannelForm
{
    private const int LongestSlowmode = 21_600;

    private static readonly int[] ArchiveMinutes = [60, 1440, 4320, 10080];
    private static readonly int[] Creatable =
    [
        (int)ChannelType.Text, (int)ChannelType.Voice, (int)ChannelType.Category, (int)ChannelType.Announcement,
        (int)ChannelType.Stage, (int)ChannelType.Forum, (int)ChannelType.Media,
    ];

    public static (ChannelType Type, string Name) ReadNew(Form form)
    {
        var type = (ChannelType)(form.Choice("type", required: false, Creatable) ?? (int)ChannelType.Text);
        var name = form.String("name", 1, 100, required: true) ?? "";
        return (type, Spell(type, name));
    }

    /// <summary>The change that the form asks for: what it leaves out stays. Errors are collected in the form.</summary>
    public static Func<Channel, Channel> ReadChange(Form form, Guild guild, Channel before)
    {
        var type = ReadType(form, before);
        var after = before with
        {
            Type = type,
            Name = form.String("name", 1, 100) is { } name ? Spell(type, name) : before.Name,
            Topic = form.Has("topic") ? form.String("topic", 0, 1024) : before.Topic,
            Position = (int)(form.Integer("position", 0, 1000) ?? before.Position),
            Nsfw = form.Boolean("nsfw") ?? before.Nsfw,
            RateLimitPerUser = form.Has("rate_limit_per_user") ? (int)(form.Integer("rate_limit_per_user", 0, LongestSlowmode) ?? 0) : before.RateLimitPerUser,
            Bitrate = (int)(form.Integer("bitrate", 8000, 96_000) ?? before.Bitrate),
            UserLimit = (int)(form.Integer("user_limit", 0, 99) ?? before.UserLimit),
            ParentId = form.Has("parent_id") ? ReadParent(form, guild) : before.ParentId,
            DefaultAutoArchiveDuration = form.Choice("default_auto_archive_duration", false, ArchiveMinutes) ?? before.DefaultAutoArchiveDuration,
            Flags = (int)(form.Integer("flags", 0, int.MaxValue) ?? before.Flags),
            Overwrites = form.Has("permission_overwrites") ? ReadOverwrites(form, guild) : before.Overwrites,
        };
        return now => after with { LastMessageId = now.LastMessageId, LastPinAt = now.LastPinAt };
    }

    /// <summary>Reads a permission overwrite's bit sets.</summary>
    public static Overwrite ReadOverwrite(Form form, ulong id, OverwriteType type) =>
        new(id, type, (Permission)(form.Integer("allow", 0) ?? 0), (Permission)(form.Integer("deny", 0) ?? 0));

    private static ChannelType ReadType(Form form, Channel before)
    {
        if (!form.HasValue("type") || before.Type is not (ChannelType.Text or ChannelType.Announcement))
            return before.Type;
        return (ChannelType)(form.Choice("type", false, (int)ChannelType.Text, (int)ChannelType.Announcement) ?? (int)before.Type);
    }

    private static ulong? ReadParent(Form form, Guild guild)
    {
        var parent = form.Id("parent_id");
        if (parent is { } id && guild.Channels.GetValueOrDefault(id)?.Type != ChannelType.Category)
            form.Fail("parent_id", new FieldError("CHANNEL_PARENT_INVALID", "Category does not exist"));
        return parent;
    }

    private static ImmutableArray<Overwrite> ReadOverwrites(Form form, Guild guild) =>
    [
        .. form.Objects("permission_overwrites", 1000)
            .Select(one => (Form: one, Id: one.Id("id", required: true)))
            .Where(one => one.Id is not null)
            .Select(one => ReadOverwrite(one.Form, one.Id!.Value, ReadOverwriteType(one.Form, one.Id.Value, guild))),
    ];

    private static OverwriteType ReadOverwriteType(Form form, ulong id, Guild guild) =>
        (OverwriteType)(form.Choice("type", false, 0, 1) ?? (guild.Roles.ContainsKey(id) ? 0 : 1));

    /// <summary>Text channels have no capitals and no spaces.</summary>
    private static string Spell(ChannelType type, string name) =>
        type is ChannelType.Text or ChannelType.Announcement or ChannelType.Forum or ChannelType.Media
            ? string.Join('-', name.ToLowerInvariant().Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
            : name.Trim();
}
