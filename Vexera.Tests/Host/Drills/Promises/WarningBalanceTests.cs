using Vexera.Host.Drills.Comparing;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

/// <summary>One warning, one case: what is lost, doubled or left out is counted.</summary>
public sealed class WarningBalanceTests
{
    private static readonly Call[] Calls =
    [
        Called("11", "`Pip` has a warning now: case 1."),
        Called("12", "`Pip` has a warning now: case 2.\nThey could not be told: their direct messages are closed."),
        Called("13", "`Pip` has a warning now: case 1."),
        Called("14", "My database cannot be used now, so I did nothing. Try again later."),
        Called("15", "Pong!"),
    ];

    private static readonly CaseOnDisk[] Cases = [new("1", 1, "11"), new("1", 2, "12"), new("2", 1, "13")];

    [Fact]
    public void Of_OneCaseForEachWarning_IsEven() => Tally(Calls, Cases).ShouldBe((3, 0, 0, 0));

    [Fact]
    public void Of_AWarningWithoutItsCase_IsLost() => Tally(Calls, Cases[..2]).ShouldBe((3, 1, 0, 0));

    [Fact]
    public void Of_ACaseOfAnotherNumber_IsLostAndLeavesAGap() =>
        Tally(Calls, [Cases[0], new CaseOnDisk("1", 3, "12"), Cases[2]]).ShouldBe((3, 1, 0, 1));

    [Fact]
    public void Of_ACaseThatNobodyWasToldOf_IsUnasked() => Tally(Calls, [.. Cases, new CaseOnDisk("2", 2, "14")]).ShouldBe((3, 0, 1, 0));

    [Fact]
    public void Of_ACaseWithoutACause_IsUnasked() => Tally(Calls, [.. Cases, new CaseOnDisk("2", 2, null)]).ShouldBe((3, 0, 1, 0));

    [Fact]
    public void Of_TwoCasesOfOneCall_AreOneTooMany() => Tally(Calls, [.. Cases, new CaseOnDisk("2", 2, "13")]).ShouldBe((3, 0, 1, 0));

    private static (int Warned, int Lost, int Unasked, int Gaps) Tally(Call[] calls, CaseOnDisk[] cases)
    {
        var balance = WarningBalance.Of(calls, cases);
        return (balance.Warned, balance.Lost.Count, balance.Unasked, balance.Gaps);
    }

    private static Call Called(string id, string answer) =>
        new(id, DateTimeOffset.UnixEpoch, [new BotMessage(1, $"9{id}", "1", id, DateTimeOffset.UnixEpoch, answer)]);
}
