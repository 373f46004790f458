using CsCheck;
using Dapper;
using Vexera.Core.Commands.Parsing;
using Vexera.Core.Modules.Basics;
using Vexera.Tests.Commands;
using Vexera.Tests.Modules.Greeting;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Basics;

public sealed class PrefixTests
{
    [Fact]
    public async Task Prefix_Changed_HoldsAtOnceAndAfterARestart()
    {
        await using var rig = new CommandRig();

        (await AskAsync(rig, "+prefix")).ShouldBe("The prefix here is `+`. A mention of me works too.");
        (await AskAsync(rig, "+prefix ?!")).ShouldBe("From now on the prefix here is `?!`. A mention of me works too.");
        (await rig.WriteAsync("+ping")).ShouldBeEmpty();
        (await AskAsync(rig, "?!ping")).ShouldStartWith("Pong!");
        await using var next = new CommandRig(before: rig);
        (await AskAsync(next, "?!prefix")).ShouldBe("The prefix here is `?!`. A mention of me works too.");
        (await AskAsync(next, "?!prefix default")).ShouldBe("From now on the prefix here is `+`. A mention of me works too.");
        (await AskAsync(next, "+ping")).ShouldStartWith("Pong!");
    }

    [Fact]
    public async Task Prefix_Disabled_LeavesMentionsAndSlash()
    {
        await using var rig = new CommandRig();

        (await AskAsync(rig, "+prefix DISABLE")).ShouldBe("From now on there is no prefix here. A mention of me and slash commands still work.");

        (await rig.WriteAsync("+ping")).ShouldBeEmpty();
        (await AskAsync(rig, "<@100> prefix")).ShouldBe("There is no prefix here. A mention of me and slash commands work.");
        (await rig.SlashAsync("ping")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Prefix_OfOneGuild_IsNotOfAnother()
    {
        await using var rig = new CommandRig();
        await AskAsync(rig, "+prefix !");
        var other = NewGuilds.Joined(rig.Time);
        rig.Guilds.Set(other);
        var elsewhere = rig.MessageOf("+ping") with { GuildId = other.Id };

        await rig.HandleAsync(elsewhere);
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls[^1].Message!.Content.ShouldNotBeNull().ShouldStartWith("Pong!");
    }

    [Fact]
    public async Task Prefix_OfTheSettings_IsFollowedWhileRunning()
    {
        await using var rig = new CommandRig();
        await AskAsync(rig, "+ping");

        rig.Configure(("Commands:Prefix", "v!"));

        (await rig.WriteAsync("+ping")).ShouldBeEmpty();
        (await AskAsync(rig, "v!ping")).ShouldStartWith("Pong!");
    }

    [Theory]
    [InlineData("toolong", "it is too long.")]
    [InlineData("\"a b\"", "it holds a space or an invisible character.")]
    [InlineData("a\u200bb!", "it holds a space or an invisible character.")]
    [InlineData("/", "Discord uses its first character for something else.")]
    [InlineData("@!", "Discord uses its first character for something else.")]
    [InlineData("<!", "Discord uses its first character for something else.")]
    [InlineData("a`", "a backquote cannot be shown.")]
    [InlineData("vx", "it ends with a letter or digit, so that ordinary words would be taken for commands.")]
    public async Task Prefix_ThatWouldNotDo_IsRefusedWithTheRule(string wanted, string rule)
    {
        await using var rig = new CommandRig();

        (await AskAsync(rig, $"+prefix {wanted}")).ShouldContain($"cannot be a prefix: {rule}");

        (await AskAsync(rig, "+ping")).ShouldStartWith("Pong!");
    }

    [Fact]
    public async Task Prefix_AnyThatIsAllowed_CanBeUsed()
    {
        await using var rig = new CommandRig();

        Vexera.Tests.Commands.Parsing.Texts.Any.Where(text => text.Trim().Length > 0).Sample(text =>
        {
            var wanted = text.Trim();
            if (PrefixRules.Broken(wanted) is null)
                PrefixMatcher.HasPrefix(wanted + "ping", wanted).ShouldBeTrue();
        });
    }

    [Fact]
    public async Task Prefix_DatabaseUnreadable_DefaultHoldsAndItIsLoggedOnce()
    {
        await using var rig = new CommandRig();
        await using (var connection = await rig.Database.OpenAsync(TestContext.Current.CancellationToken))
            await connection.ExecuteAsync("ALTER TABLE guild_settings RENAME TO gone");

        (await AskAsync(rig, "+ping")).ShouldStartWith("Pong!");
        (await AskAsync(rig, "+prefix !")).ShouldStartWith("Something went wrong with `+prefix`");
        (await AskAsync(rig, "+ping")).ShouldStartWith("Pong!");
        rig.Log.Lines.Count(line => line.EventId == 5020).ShouldBe(1);

        await using (var connection = await rig.Database.OpenAsync(TestContext.Current.CancellationToken))
            await connection.ExecuteAsync("ALTER TABLE gone RENAME TO guild_settings");
        (await AskAsync(rig, "+prefix !")).ShouldContain("`!`");
        (await AskAsync(rig, "!ping")).ShouldStartWith("Pong!");
        rig.Log.Lines.Count(line => line.EventId == 5021).ShouldBe(1);
    }

    private static async Task<string> AskAsync(CommandRig rig, string content) =>
        (await rig.WriteAsync(content, TestGuild.Owner)).ShouldHaveSingleItem().Message!.Content!;
}
