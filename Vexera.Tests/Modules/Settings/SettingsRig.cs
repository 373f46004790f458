using Vexera.Core.Discord.Entities;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Settings;

/// <summary>What people do with a server's settings, in both forms.</summary>
internal static class SettingsRig
{
    /// <summary>A line of the guild's owner, or of somebody else; the answer.</summary>
    public static async Task<string> SayAsync(this CommandRig rig, string line, User? user = null) =>
        (await rig.WriteAsync(line, user ?? TestGuild.Owner)) is [.., var answer] ? answer.Message!.Content! : "";

    /// <summary>Sends a file with the import command.</summary>
    public static async Task<string> ImportAsync(this CommandRig rig, string content, bool apply = true, User? user = null)
    {
        var before = rig.Rest.Calls.Count;
        var message = rig.MessageOf("+settings import" + (apply ? " apply" : ""), user ?? TestGuild.Owner);
        await rig.HandleAsync(message with { Attachments = [rig.Attachments.Add(content)] });
        await rig.Runner.WhenIdleAsync();
        return string.Join('\n', rig.Rest.Calls.Skip(before).Select(call => call.Message?.Content));
    }
}
