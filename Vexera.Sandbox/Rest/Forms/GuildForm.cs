using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads a change of a guild's settings.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/guild#modify-guild"/>
internal static class GuildForm
{
    private static readonly int[] AfkSeconds = [60, 300, 900, 1800, 3600];

    /// <summary>The change that the form asks for: what it leaves out stays. Images are taken and not kept.</summary>
    public static Func<Guild, Guild> Read(Form form, Guild before)
    {
        var after = before with
        {
            Name = form.String("name", 2, 100) ?? before.Name,
            Description = form.Has("description") ? form.String("description", 0, 300) : before.Description,
            PreferredLocale = form.String("preferred_locale") ?? before.PreferredLocale,
            VerificationLevel = form.Choice("verification_level", false, 0, 1, 2, 3, 4) ?? before.VerificationLevel,
            DefaultMessageNotifications = form.Choice("default_message_notifications", false, 0, 1) ?? before.DefaultMessageNotifications,
            ExplicitContentFilter = form.Choice("explicit_content_filter", false, 0, 1, 2) ?? before.ExplicitContentFilter,
            AfkTimeout = form.Choice("afk_timeout", false, AfkSeconds) ?? before.AfkTimeout,
            SystemChannelFlags = (int)(form.Integer("system_channel_flags", 0, int.MaxValue) ?? before.SystemChannelFlags),
            AfkChannelId = Channel(form, before, "afk_channel_id", before.AfkChannelId),
            SystemChannelId = Channel(form, before, "system_channel_id", before.SystemChannelId),
            RulesChannelId = Channel(form, before, "rules_channel_id", before.RulesChannelId),
            PublicUpdatesChannelId = Channel(form, before, "public_updates_channel_id", before.PublicUpdatesChannelId),
        };
        return now => now with
        {
            Name = after.Name,
            Description = after.Description,
            PreferredLocale = after.PreferredLocale,
            VerificationLevel = after.VerificationLevel,
            DefaultMessageNotifications = after.DefaultMessageNotifications,
            ExplicitContentFilter = after.ExplicitContentFilter,
            AfkTimeout = after.AfkTimeout,
            SystemChannelFlags = after.SystemChannelFlags,
            AfkChannelId = after.AfkChannelId,
            SystemChannelId = after.SystemChannelId,
            RulesChannelId = after.RulesChannelId,
            PublicUpdatesChannelId = after.PublicUpdatesChannelId,
        };
    }

    private static ulong? Channel(Form form, Guild guild, string name, ulong? before)
    {
        if (!form.Has(name))
            return before;

        var id = form.Id(name);
        if (id is { } known && !guild.Channels.ContainsKey(known))
            form.Fail(name, new FieldError("CHANNEL_INVALID", "Channel does not exist in this guild"));
        return id;
    }
}
