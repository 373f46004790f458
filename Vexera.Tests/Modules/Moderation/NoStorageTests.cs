using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>Commands about cases and rules while the database cannot be used.</summary>
public sealed class NoStorageTests
{
    [Theory]
    [InlineData("case 1")]
    [InlineData("deletecase 1")]
    [InlineData("reason 1 spam")]
    [InlineData("infractions <@3>")]
    [InlineData("escalation add 3 30d mute 1d")]
    [InlineData("escalation list")]
    [InlineData("escalation remove 3")]
    public async Task Command_DatabaseGone_SaysThatNothingWasDone(string call)
    {
        await using var rig = new CommandRig();
        (rig.Trouble.ReadFailure, rig.Trouble.WriteFailure) = (TroubledDatabase.Full, TroubledDatabase.Full);

        (await rig.WriteAsync($"+{call}", TestGuild.Owner)).ShouldHaveSingleItem().Message!.Content
            .ShouldBe("My database cannot be used now, so I did nothing. Try again later.");
    }
}
