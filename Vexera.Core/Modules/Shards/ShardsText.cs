using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Shards;

/// <summary>What the command about shards says; the wording is in ShardsText.resx.</summary>
internal static class ShardsText
{
    private static readonly TextSet Set = new(typeof(ShardsText));

    public static Text Category => Set.Plain();

    public static Text Description => Set.Plain();

    public static Text Details => Set.Plain();

    public static Text ActionArgument => Set.Plain();

    public static Text WhichArgument => Set.Plain();

    public static Text AllowedWhich(string all) => Set.With([all]);

    public static Text Unknown => Set.Plain();

    public static Text Heading(string here, int all) => Set.With([here, all]);

    public static Text State(Text state, int shards) => Set.With([state, shards]);

    public static Text StateWhich(Text state, int shards, string which) => Set.With([state, shards, which]);

    public static Text Slowest(int shard, double milliseconds) => Set.With([shard, milliseconds]);

    public static Text Flapping(string which) => Set.With([which]);

    public static Text Trouble(int shard, Text state, string since, string reason) => Set.With([shard, state, since, reason]);

    public static Text TroubleSilent(int shard, Text state, string since) => Set.With([shard, state, since]);

    public static Text More(int shards) => Set.With([shards]);

    public static Text AtWork(int done, int total) => Set.With([done, total]);

    public static Text Elsewhere(int shard, string here, int all) => Set.With([shard, here, all]);

    public static Text WhichNeeded(string one, string all) => Set.With([one, all]);

    public static Text Started(int shards, string list) => Set.With([shards, list]);

    public static Text Done(int resumed, int total) => Set.With([resumed, total]);

    public static Text Identified(string which) => Set.With([which]);

    public static Text Skipped(string which) => Set.With([which]);

    public static Text Missing(string which, string untouched) => Set.With([which, untouched]);

    public static Text Interrupted(string which) => Set.With([which]);

    public static Text ReshardStarted(int from, int to, string list) => Set.With([from, to, list]);

    public static Text ReshardIdentifying(int from, int to, int ready) => Set.With([from, to, ready]);

    public static Text ReshardComparing(int from, int to, int awaited) => Set.With([from, to, awaited]);

    public static Text ReshardClosing(int from, int to) => Set.With([from, to]);

    public static Text Resharded(int from, int to) => Set.With([from, to]);

    public static Text ReshardGivenUp(int to, int from) => Set.With([to, from]);

    public static Text ReshardRefused => Set.Plain();

    public static Text ReshardSessionLost => Set.Plain();

    public static Text ReshardBudgetSpent => Set.Plain();

    public static Text ReshardTookTooLong => Set.Plain();

    public static Text ReshardStopped => Set.Plain();

    public static Text ReshardDetail(string detail) => Set.With([detail]);

    public static Text ReshardCountWrong(int most, string bare) => Set.With([most, bare]);

    public static Text ReshardRunsAPart(string shards, string shardCount) => Set.With([shards, shardCount]);

    public static Text ReshardNotReady => Set.Plain();

    public static Text ReshardAfterReconnect => Set.Plain();

    public static Text ReshardSameCount(int count) => Set.With([count]);

    public static Text ReshardBudgetLow(int needed, int available) => Set.With([needed, available]);

    public static Text ReshardUnreachable => Set.Plain();
}
