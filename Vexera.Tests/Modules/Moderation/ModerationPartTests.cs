using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Tests.Commands;
using Vexera.Tests.Modules.Settings;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>The mod log's channel and the escalation in the file of a server's settings.</summary>
public sealed class ModerationPartTests
{
    private static readonly Snowflake Voice = new(23);

    [Theory]
    [InlineData("""{"modlog":"999"}""", "`moderation.modlog`: `\"999\"` will not do; allowed is ")]
    [InlineData("""{"modlog":"23"}""", "`moderation.modlog`: `\"23\"` will not do; allowed is ")]
    [InlineData("""{"modlog":20}""", "`moderation.modlog`: `20` will not do; allowed is ")]
    [InlineData("""{"modlog":"21"}""", "`moderation.modlog`: `21` will not do. I cannot show cases in <#21> yet: I need ")]
    [InlineData("""{"log":"20"}""", "`moderation.log`: `\"20\"` will not do; allowed is an object that can have `modlog` and `escalation`.")]
    [InlineData("[]", "`moderation`: `[]` will not do")]
    [InlineData("""{"escalation":{}}""", "`moderation.escalation`: `{}` will not do")]
    [InlineData("""{"escalation":[{"warnings":0,"within":"30d","action":"kick"}]}""", "`moderation.escalation[0].warnings`: `0` will not do; allowed is ")]
    [InlineData("""{"escalation":[{"warnings":3.5,"within":"30d","action":"kick"}]}""", "`moderation.escalation[0].warnings`: `3.5` will not do")]
    [InlineData("""{"escalation":[{"warnings":3,"within":"soon","action":"kick"}]}""", "`moderation.escalation[0].within`: `\"soon\"` will not do; allowed is ")]
    [InlineData("""{"escalation":[{"warnings":3,"within":"30d","action":"shout"}]}""", "`moderation.escalation[0].action`: `\"shout\"` will not do; allowed is ")]
    [InlineData("""{"escalation":[{"warnings":3,"within":"30d","action":"mute","lasts":1}]}""", "`moderation.escalation[0].lasts`: `1` will not do")]
    [InlineData("""{"escalation":[{"warnings":3,"within":"30d","action":"kick","lasts":"1d"}]}""", "`moderation.escalation[0].lasts`: `1d` will not do. ")]
    [InlineData("""{"escalation":[{"warnings":3,"within":"30d"}]}""", "`moderation.escalation[0]`: ")]
    [InlineData("""{"escalation":[{"warnings":3,"within":"30d","action":"kick"},{"warnings":3,"within":"1d","action":"ban"}]}""", "`moderation.escalation[1].warnings`: `3` will not do; allowed is one rule for each number of warnings.")]
    public async Task Import_WhatCannotBe_IsRefusedAndChangesNothing(string part, string says)
    {
        await using var rig = Rig();
        await rig.SayAsync("+escalation add 2 1d ban");
        await rig.SayAsync("+modlog #general");

        var answer = await rig.ImportAsync($$"""{"version":1,"settings":{"prefix":"?"},"moderation":{{part}}}""");

        answer.ShouldStartWith("Nothing was changed.");
        answer.ShouldContain(says);
        (await rig.SayAsync("+escalation list")).ShouldBe("2 warnings within 1d: ban");
        (await rig.SayAsync("+modlog")).ShouldBe("The mod log is in <#20>.");
    }

    [Fact]
    public async Task Import_AFile_ReplacesWhatWasSet()
    {
        await using var rig = Rig();
        await rig.SayAsync("+escalation add 2 1d ban");
        await rig.SayAsync("+escalation add 3 1d ban");

        var answer = await rig.ImportAsync(
            """{"version":1,"moderation":{"modlog":"20","escalation":[{"warnings":3,"within":"30d","action":"mute","lasts":"1d"}]}}""");

        answer.ShouldBe("Done. This has changed:\nMod log: <#20>\nSet: 3 warnings within 30d: mute for 1d.\n2 warnings lead to nothing any more.");
        (await rig.SayAsync("+escalation list")).ShouldBe("3 warnings within 30d: mute for 1d");
        (await rig.SayAsync("+settings show")).ShouldContain("Mod log: <#20>\n3 warnings within 30d: mute for 1d");
        (await rig.ImportAsync("""{"version":1,"moderation":{}}""")).ShouldBe(
            "Done. This has changed:\nMod log: off\n3 warnings lead to nothing any more.");
        (await rig.Get<IGuildSettings>().GetAsync(TestGuild.Id, TestContext.Current.CancellationToken))["modlog"].ShouldBeNull();
    }

    private static CommandRig Rig()
    {
        var rig = new CommandRig();
        rig.Guilds.Set(TestGuild.State with
        {
            Roles = TestGuild.State.Roles.SetItem(
                TestGuild.BotRole, TestGuild.State.Roles[TestGuild.BotRole] with { Permissions = Permission.EmbedLinks }),
            Channels = TestGuild.State.Channels.SetItem(Voice, new Channel { Id = Voice, Type = ChannelType.GuildVoice, Name = "voice" }),
        });
        return rig;
    }
}
