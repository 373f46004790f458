using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads a thread's properties for a new thread or for a change.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/channel#modify-channel-json-params-thread"/>
internal static class ThreadForm
{
    private const int LongestSlowmode = 21_600;

    private static readonly int[] ArchiveMinutes = [60, 1440, 4320, 10080];

    public static (string Name, Func<Channel, Channel> Change) ReadNew(Form form)
    {
        var name = form.String("name", 1, 100, required: true) ?? "";
        var minutes = form.Choice("auto_archive_duration", false, ArchiveMinutes);
        var slowmode = (int)(form.Integer("rate_limit_per_user", 0, LongestSlowmode) ?? 0);
        var invitable = form.Boolean("invitable") ?? true;
        return (name, thread => thread with
        {
            RateLimitPerUser = slowmode,
            Thread = thread.Thread! with { AutoArchiveDuration = minutes ?? thread.Thread.AutoArchiveDuration, Invitable = invitable },
        });
    }

    public static Func<Channel, Channel> ReadChange(RestCall call, Channel thread, ThreadDetails details)
    {
        var form = call.Form;
        var archived = form.Boolean("archived") ?? details.Archived;
        var after = details with
        {
            Archived = archived,
            Locked = form.Boolean("locked") ?? details.Locked,
            AutoArchiveDuration = form.Choice("auto_archive_duration", false, ArchiveMinutes) ?? details.AutoArchiveDuration,
            Invitable = form.Boolean("invitable") ?? details.Invitable,
            ArchiveChangedAt = archived != details.Archived ? call.World.Now : details.ArchiveChangedAt,
        };
        var name = form.String("name", 1, 100) ?? thread.Name;
        var slowmode = (int)(form.Integer("rate_limit_per_user", 0, LongestSlowmode) ?? thread.RateLimitPerUser);
        form.Errors.ThrowIfAny();
        if (details.OwnerId != call.User.Id || after.Locked != details.Locked)
            call.Require(thread, Permission.ManageThreads);

        return now => now with { Name = name, RateLimitPerUser = slowmode, Thread = after };
    }
}
