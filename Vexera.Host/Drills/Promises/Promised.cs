namespace Vexera.Host.Drills.Promises;

/// <summary>What is promised whatever happens.</summary>
internal static class Promised
{
    /// <summary>For every scenario in which the bot lives on.</summary>
    public static IReadOnlyList<DrillPromise> Always { get; } = [.. WithoutRules, Rules.NoneBroken()];

    /// <summary>The same where Discord limits requests without warning.</summary>
    public static IReadOnlyList<DrillPromise> UnderLimits { get; } = Under(requestsUnderWay: 5);

    /// <summary>The same where some requests may be under way when Discord limits them without warning.</summary>
    /// <param name="requestsUnderWay">How many.</param>
    public static IReadOnlyList<DrillPromise> Under(int requestsUnderWay) => [.. WithoutRules, Rules.NoneBrokenBeside(requestsUnderWay)];

    private static IEnumerable<DrillPromise> WithoutRules =>
    [
        Messages.NoneLost(),
        Sessions.NoneLost(),
        Greetings.NoneToOldGuilds(),
        ProcessEnds.NeverEndsByItself(),
        Guilds.EqualDiscords(),
        Answers.AllGiven(),
        Answers.NoneUnknown(),
        Answers.NoneFailed(),
        Warnings.AreCases(),
        Memory.IsBounded(),
        Rules.IdentifiesInTime(),
    ];
}
