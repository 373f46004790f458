using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Announcements;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Announcements;

/// <summary>A bot with an announcement channel, whose owner speaks.</summary>
internal static class AnnouncementRig
{
    public static readonly Snowflake News = new(40);

    public static CommandRig Create(CommandRig? before = null, string? channel = "40")
    {
        var rig = new CommandRig(before: before, settings: ("Modules:Announcements:ChannelId", channel));
        rig.Rest.Application = new Application { Id = FakeSelf.Id, Owner = TestGuild.Owner };
        return rig;
    }

    /// <summary>The owner writes; the answer.</summary>
    public static async Task<string> AskAsync(this CommandRig rig, string line) =>
        (await rig.WriteAsync(line, TestGuild.Owner)).Last(call => call.Name == "create" && call.Target != News).Message!.Content!;

    /// <summary>What was asked of Discord about the announcement channel, in order.</summary>
    public static IReadOnlyList<RestCall> Sent(this CommandRig rig) =>
        [.. rig.Rest.Calls.Where(call => call.Name is "edit" or "crosspost" || (call.Name == "create" && call.Target == News))];

    /// <summary>Lets time pass until something has happened.</summary>
    public static Task AdvanceUntilAsync(this CommandRig rig, Func<bool> condition, TimeSpan? step = null) => Eventually.UntilAsync(() =>
    {
        if (condition())
            return true;
        rig.Time.Advance(step ?? TimeSpan.FromSeconds(1));
        return false;
    });

    public static AnnouncementStore Store(this CommandRig rig) => rig.Get<AnnouncementStore>();
}
