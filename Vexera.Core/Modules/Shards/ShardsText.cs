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
}
