using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Basics;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Checks;

/// <summary>
/// The first check that fails decides the answer: guild-only, switched on, permission, cooldown, arguments. A call that breaks all
/// is mended one by one, and each answer names what is missing next.
/// </summary>
public sealed class CheckOrderTests
{
    private static readonly Argument<long> Amount = new("amount", BasicsText.HelpArgument, new IntegerArgument(1, 100));

    private static readonly CommandDefinition Definition = TestCommands.Definition("clean", Amount) with
    {
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
        Cooldown = TimeSpan.FromSeconds(10),
    };

    [Fact]
    public async Task Slash_EverythingMissing_IsToldOneByOneInOrder()
    {
        await using var rig = Rig();
        rig.Configure(("Commands:Disabled:0", "clean"));
        (string, object)[] wrong = [("amount", 101)], right = [("amount", 5)];

        (await Slash(wrong, direct: true)).ShouldBe("`/clean` works in a server, not in direct messages.");
        (await Slash(wrong)).ShouldBe("`/clean` is switched off at the moment.");
        rig.Configure(("Commands:Disabled:0", null));
        (await Slash(wrong)).ShouldBe("`/clean` takes a permission that you do not have in this channel: **Manage Server**.");
        (await Slash(wrong, TestGuild.Moderator)).ShouldBe("`101` does not fit **amount**. Allowed is a whole number from 1 to 100; for example `1`.");
        (await Slash(right, TestGuild.Moderator)).ShouldBe("`/clean` is ready for you again in 10 s.");
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        (await Slash(right, TestGuild.Moderator)).ShouldBe("cleaned 5");
        (await Slash(right, TestGuild.Owner)).ShouldBe("cleaned 5");

        async Task<string> Slash((string, object)[] options, Vexera.Core.Discord.Entities.User? user = null, bool direct = false)
        {
            var answer = (await rig.SlashAsync("clean", options, user, direct)).ShouldHaveSingleItem();
            answer.Ephemeral.ShouldBe(!answer.Message!.Content!.StartsWith("cleaned", StringComparison.Ordinal));
            return answer.Message.Content;
        }
    }

    [Fact]
    public async Task Prefix_EverythingMissing_IsToldOneByOneInOrder()
    {
        await using var rig = Rig();
        rig.Configure(("Commands:Disabled:0", "clean"));

        (await Write("+clean", direct: true)).ShouldBe("`+clean` works in a server, not in direct messages.");
        (await rig.WriteAsync("+clean")).ShouldBeEmpty("a command that is off stays quiet by prefix");
        rig.Configure(("Commands:Disabled:0", null));
        (await Write("+clean")).ShouldBe("`+clean` takes a permission that you do not have in this channel: **Manage Server**.");
        (await Write("+clean", TestGuild.Moderator)).ShouldBe("**amount** is missing: a whole number from 1 to 100. Usage: `+clean <amount>`");
        (await Write("+clean 5", TestGuild.Moderator)).ShouldBe("`+clean` is ready for you again in 10 s.");
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        (await Write("+clean 5 6", TestGuild.Moderator)).ShouldBe("`6` is more than the command takes. Usage: `+clean <amount>`");
        rig.Time.Advance(TimeSpan.FromSeconds(10));
        (await Write("+clean 5", TestGuild.Moderator)).ShouldBe("cleaned 5");

        async Task<string?> Write(string content, Vexera.Core.Discord.Entities.User? user = null, bool direct = false) =>
            (await rig.WriteAsync(content, user, direct)).ShouldHaveSingleItem().Message!.Content;
    }

    [Fact]
    public async Task OwnersCommand_OfTheApplicationOrTheSettings_IsForThemAlone()
    {
        await using var rig = new CommandRig(services => services.AddTestCommand(
            TestCommands.Definition("proclaim") with { OwnerOnly = true }, _ => "announced"));
        rig.Rest.Application = rig.Rest.Application with { Owner = TestGuild.Moderator };

        (await Answer(TestGuild.Owner)).ShouldBe("`+proclaim` is for the owner of this bot.");
        (await Answer(TestGuild.Moderator)).ShouldBe("announced");
        rig.Configure(("Commands:Owners:0", TestGuild.Plain.Id.ToString()));
        (await Answer(TestGuild.Plain)).ShouldBe("announced");
        rig.Rest.Calls.Count(call => call.Name == "application").ShouldBe(1);

        async Task<string?> Answer(Vexera.Core.Discord.Entities.User user) =>
            (await rig.WriteAsync("+proclaim", user)).Single(call => call.Name == "create").Message!.Content;
    }

    private static CommandRig Rig() => new(services =>
        services.AddTestCommand(Definition, context => $"cleaned {context.Arguments.Get(Amount)}"));
}
