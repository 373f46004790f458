namespace Vexera.Host.Drills.Promises;

/// <summary>What is promised whatever happens.</summary>
internal static class Promised
{
    /// <summary>For every scenario in which the bot lives on.</summary>
    public static IReadOnlyList<DrillPromise> Always { get; } =
    [
        Messages.NoneLost(),
        Sessions.NoneLost(),
        Greetings.NoneToOldGuilds(),
        ProcessEnds.NeverEndsByItself(),
        Guilds.EqualDiscords(),
        Answers.AllGiven(),
        Answers.NoneUnknown(),
        Rules.NoneBroken(),
        Memory.IsBounded(),
    ];
}
