using Vexera.Core.Discord.Entities;
using Vexera.Tests.Commands;
using Vexera.Tests.Commands.Components;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Settings;

/// <summary>What people do with a server's settings, in both forms.</summary>
internal static class SettingsRig
{
    /// <summary>A line of the guild's owner, or of somebody else; the answer.</summary>
    public static async Task<string> SayAsync(this CommandRig rig, string line, User? user = null) =>
        (await rig.WriteAsync(line, user ?? TestGuild.Owner)) is [.., var answer] ? answer.Message!.Content! : "";

    /// <summary>Sends a file with the import command, and presses a button if there is a question; the last answer.</summary>
    public static async Task<string> ImportAsync(this CommandRig rig, string content, string press = "Yes", User? user = null, string line = "+settings import")
    {
        var asked = await rig.AskToImportAsync(content, user, line);
        if (asked.Buttons().Count == 0)
            return asked.Message!.Content!;
        return (await rig.PressAsync(asked, press, user ?? TestGuild.Owner))[^1].Message!.Content!;
    }

    /// <summary>Sends a file with the import command; the answer.</summary>
    public static async Task<RestCall> AskToImportAsync(this CommandRig rig, string content, User? user = null, string line = "+settings import")
    {
        var before = rig.Rest.Calls.Count;
        var message = rig.MessageOf(line, user ?? TestGuild.Owner);
        await rig.HandleAsync(message with { Attachments = [rig.Attachments.Add(content)] });
        await rig.Runner.WhenIdleAsync();
        return rig.Rest.Calls.Skip(before).Last();
    }
}
