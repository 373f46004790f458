using Vexera.Tests.Support;

namespace Vexera.Tests.Commands;

/// <summary>One definition makes both forms, so both say the same.</summary>
public sealed class BothFormsTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("help", "ping")]
    [InlineData("help", "pign")]
    [InlineData("help", "prefix")]
    [InlineData("ping")]
    [InlineData("about")]
    [InlineData("health")]
    [InlineData("invite")]
    [InlineData("support")]
    [InlineData("prefix")]
    [InlineData("prefix", "much too long")]
    [InlineData("prefix", "@")]
    [InlineData("prefix", "!")]
    [InlineData("prefix", "disable")]
    [InlineData("prefix", "default")]
    public async Task Command_ByPrefixAndBySlash_SaysTheSame(string name, string? argument = null)
    {
        await using var typing = new CommandRig();
        await using var picking = new CommandRig();
        var option = name == "help" ? "command" : "new";

        var typed = await typing.WriteAsync($"+{name} {(argument?.Contains(' ') == true ? $"\"{argument}\"" : argument)}".TrimEnd(), TestGuild.Owner);
        var picked = await picking.SlashAsync(name, argument is null ? null : [(option, argument)], TestGuild.Owner);

        // Only how a command is called differs.
        Text(typed).Replace("`+", "`/", StringComparison.Ordinal).Replace("**+", "**/", StringComparison.Ordinal)
            .ShouldBe(Text(picked).Replace("`+`", "`/`", StringComparison.Ordinal));
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

    private static string Text(IReadOnlyList<RestCall> calls) => string.Join('\n', calls.Select(call => call.Message!.Content));
}
