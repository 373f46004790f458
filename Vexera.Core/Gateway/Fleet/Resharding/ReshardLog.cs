using Microsoft.Extensions.Logging;
using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet.Resharding;

/// <summary>Log messages of resharding: 1040 and on.</summary>
internal static partial class ReshardLog
{
    [LoggerMessage(1040, LogLevel.Information, "Resharding from {From} to {To} shards: the new fleet identifies beside the old one. {Available} identifies are left today.")]
    public static partial void Starts(ILogger logger, int from, int to, int available);

    [LoggerMessage(1041, LogLevel.Information, "All {To} new shards are ready. {Awaited} of their guilds are yet to come; the old fleet goes on for at least {Rest} until both streams are alike.")]
    public static partial void Compares(ILogger logger, int to, int awaited, TimeSpan rest);

    [LoggerMessage(1042, LogLevel.Information, "The {To} new shards have taken over. The {From} old ones are closed.")]
    public static partial void TakesOver(ILogger logger, int to, int from);

    [LoggerMessage(1043, LogLevel.Information, "Resharded from {From} to {To} shards.")]
    public static partial void OldClosed(ILogger logger, int from, int to);

    [LoggerMessage(1044, LogLevel.Warning, "Resharding from {From} to {To} shards was given up ({End}): {Detail}. The old fleet goes on as it was.")]
    public static partial void GivenUp(ILogger logger, int from, int to, ReshardEnd end, string? detail);

    [LoggerMessage(1045, LogLevel.Error, "Resharding from {From} to {To} shards failed in a way that nobody foresaw.")]
    public static partial void Failed(ILogger logger, int from, int to, Exception exception);

    [LoggerMessage(1046, LogLevel.Warning, "Discord recommends {Recommended} shards, but resharding does not begin: {Refusal}. It is tried again in about {AskEvery}.")]
    public static partial void Refused(ILogger logger, int recommended, ReshardRefusal refusal, TimeSpan askEvery);

    [LoggerMessage(1047, LogLevel.Warning, "Discord cannot be asked how many shards it recommends: {Reason}. It is asked again in about {AskEvery}.")]
    public static partial void NotAsked(ILogger logger, string reason, TimeSpan askEvery);
}
