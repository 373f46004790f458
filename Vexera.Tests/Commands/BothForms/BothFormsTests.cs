using System.Text.Json;
using System.Text.RegularExpressions;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.BothForms;

/// <summary>One definition makes both forms, so both do and say the same.</summary>
public sealed partial class BothFormsTests
{
    public static TheoryData<string> Samples => [.. CommandSamples.All.Select(Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Command_ByPrefixAndBySlash_DoesAndSaysTheSame(string line)
    {
        var sample = CommandSamples.All.Single(one => Name(one) == line);
        await using var typing = await RigAsync(sample);
        await using var picking = await RigAsync(sample);

        var typed = await CallsOfAsync(typing, () => typing.BeginWriteAsync($"+{sample}", TestGuild.Owner));
        var picked = await CallsOfAsync(picking, () => picking.BeginSlashAsync(
            sample.Command, sample.Options, TestGuild.Owner, resolved: Everyone(picking)));

        Said(typed, sample).ShouldNotBeEmpty();
        Sign().Replace(Said(typed, sample), "/").ShouldBe(Said(picked, sample));
        Done(typed).ShouldBe(Done(picked));
        if (sample.IsRefused)
            picked.Where(IsAnswer).ShouldAllBe(call => call.Ephemeral);
        typed.Concat(picked).Select(call => call.Message).OfType<OutgoingMessage>().ShouldAllBe(
            message => message.AllowedMentions.Parse.Count == 0 && !message.AllowedMentions.RepliedUser && (message.Content ?? "").Length <= 2000);
    }

    [Theory]
    [InlineData("prefix", "`{0}prefix` works in a server, not in direct messages.")]
    [InlineData("ping", "Pong! Gateway 42 ms, HTTP 70 ms.")]
    public async Task Command_InDirectMessages_SaysTheSameInBothForms(string name, string expected)
    {
        await using var rig = new CommandRig();

        (await rig.WriteAsync($"+{name}", direct: true)).ShouldHaveSingleItem().Message!.Content.ShouldBe(string.Format(null, expected, "+"));
        (await rig.SlashAsync(name, direct: true)).ShouldHaveSingleItem().Message!.Content.ShouldBe(string.Format(null, expected, "/"));
    }

    // A guild in which the bot may do everything to everybody but its owner.
    private static async Task<CommandRig> RigAsync(CommandSample sample)
    {
        var rig = new CommandRig(settings: ("Commands:Owners:0", TestGuild.Owner.Id.ToString()));
        var guild = TestGuild.State;
        rig.Guilds.Set(guild with
        {
            Roles = guild.Roles.SetItem(TestGuild.BotRole, guild.Roles[TestGuild.BotRole] with { Permissions = Permission.Administrator, Position = 9 }),
        });
        foreach (var line in sample.Before)
            (await rig.WriteAsync(line, TestGuild.Owner)).ShouldNotBeEmpty(line);
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        return rig;
    }

    // One line may be written to different ends.
    private static string Name(CommandSample sample) => sample.Before.Count == 0 ? $"{sample}" : $"{sample} (after {string.Join(", ", sample.Before)})";

    private static ResolvedData Everyone(CommandRig rig) => new()
    {
        Users = rig.Rest.Members.ToDictionary(member => member.Key, member => member.Value.User!),
        Members = rig.Rest.Members.ToDictionary(member => member.Key, member => member.Value with { User = null }),
    };

    private static async Task<RestCall[]> CallsOfAsync(CommandRig rig, Func<Task> call)
    {
        var before = rig.Rest.Calls.Count;
        await call();
        await rig.Runner.WhenIdleAsync();
        return [.. rig.Rest.Calls.Skip(before)];
    }

    private static bool IsAnswer(RestCall call) =>
        call.Name is "respond" or "follow-up" or "edit-response" || (call.Name == "create" && call.Target == TestGuild.General);

    private static string Said(RestCall[] calls, CommandSample sample)
    {
        var said = string.Join('\n', calls.Where(IsAnswer).Select(call => Text(call.Message!)));
        return sample.FiguresVary ? Figures().Replace(said, "#") : said;
    }

    private static string Text(OutgoingMessage message) => message.Embeds is { Count: > 0 }
        ? $"{message.Content} {JsonSerializer.Serialize(message.Embeds)}"
        : message.Content ?? "";

    // What was only asked for does not count: a slash command brings along who somebody is.
    private static IEnumerable<(string Name, Snowflake Target, string? Said)> Done(RestCall[] calls) => calls
        .Where(call => !IsAnswer(call) && call.Name is not ("application" or "member" or "user" or "search-members" or "defer"))
        .Select(call => (call.Name, call.Target, call.Message?.Content));

    // Only how a command is called differs.
    [GeneratedRegex(@"(?<=[`*])\+(?=\p{L})")]
    private static partial Regex Sign();

    [GeneratedRegex(@"\d[\d.,  ]*")]
    private static partial Regex Figures();
}
