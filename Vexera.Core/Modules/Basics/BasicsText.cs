using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Basics;

/// <summary>What the basic commands say; the wording is in BasicsText.resx.</summary>
internal static class BasicsText
{
    private static readonly TextSet Set = new(typeof(BasicsText));

    public static Text Category => Set.Plain();

    public static Text HelpDescription => Set.Plain();

    public static Text HelpArgument => Set.Plain();

    public static Text HelpHeading(Text title) => Set.With([title]);

    public static Text HelpEntry(string command, Text description) => Set.With([command, description]);

    public static Text HelpFooter(string help) => Set.With([help]);

    public static Text HelpNothing => Set.Plain();

    public static Text HelpPage(string call, string node) => Set.With([call, node]);

    public static Text HelpUsage(string usage) => Set.With([usage]);

    public static Text HelpArgumentLine(string argument, Text description, Text allowed) => Set.With([argument, description, allowed]);

    public static Text HelpAliases(string aliases) => Set.With([aliases]);

    public static Text HelpExamples(string examples) => Set.With([examples]);

    public static Text HelpPermission(Text permissions) => Set.With([permissions]);

    public static Text HelpBotPermission(Text permissions) => Set.With([permissions]);

    public static Text HelpUnknown(string typed, string help) => Set.With([typed, help]);

    public static Text HelpNearest(string typed, string nearest) => Set.With([typed, nearest]);

    public static Text PingDescription => Set.Plain();

    public static Text PingAnswer(Text gateway, Text http) => Set.With([gateway, http]);

    public static Text Milliseconds(double milliseconds) => Set.With([milliseconds]);

    public static Text NotYetKnown => Set.Plain();

    public static Text AboutDescription => Set.Plain();

    public static Text AboutTitle(string name, string version) => Set.With([name, version]);

    public static Text AboutGuilds(int guilds) => Set.With([guilds]);

    public static Text AboutShard(int shard, int count) => Set.With([shard, count]);

    public static Text AboutShardDirect(int shard, int count) => Set.With([shard, count]);

    public static Text AboutUptime(string since) => Set.With([since]);

    public static Text AboutRate(double perSecond) => Set.With([perSecond]);

    public static Text HealthDescription => Set.Plain();

    public static Text HealthShards(int here, int all) => Set.With([here, all]);

    public static Text HealthState(Text state, int shards) => Set.With([state, shards]);

    public static Text HealthUnknown => Set.Plain();

    public static Text HealthRate(double halfHour, double minute) => Set.With([halfHour, minute]);

    public static Text HealthNoAlerts => Set.Plain();

    public static Text HealthAlert(string title, string text, string since) => Set.With([title, text, since]);

    public static Text BudgetLow(string renewal) => Set.With([renewal]);

    public static Text StorageTrouble(string since) => Set.With([since]);

    public static Text NodeInfoDescription => Set.Plain();

    public static Text NodeInfoSystem(string system, string architecture) => Set.With([system, architecture]);

    public static Text NodeInfoRuntime(string runtime) => Set.With([runtime]);

    public static Text NodeInfoProcessors(int processors) => Set.With([processors]);

    public static Text NodeInfoMemory(long used, long managed) => Set.With([used, managed]);

    public static Text NodeInfoShards(string ranges) => Set.With([ranges]);

    public static Text NodeInfoUptime(string since) => Set.With([since]);

    public static Text InviteDescription => Set.Plain();

    public static Text InviteAnswer(Uri link) => Set.With([link.AbsoluteUri]);

    public static Text InviteNotReady => Set.Plain();

    public static Text SupportDescription => Set.Plain();

    public static Text SupportAnswer(Uri link) => Set.With([link.AbsoluteUri]);

    public static Text SupportNone => Set.Plain();

    public static Text PrefixDescription => Set.Plain();

    public static Text PrefixDetails => Set.Plain();

    public static Text PrefixArgument => Set.Plain();

    public static Text PrefixIs(string prefix) => Set.With([prefix]);

    public static Text PrefixIsDisabled => Set.Plain();

    public static Text PrefixChanged(string prefix) => Set.With([prefix]);

    public static Text PrefixDisabled => Set.Plain();

    public static Text PrefixRefused(string given, Text rule, string example) => Set.With([given, rule, example]);

    public static Text PrefixLengthRule => Set.Plain();

    public static Text PrefixInvisibleRule => Set.Plain();

    public static Text PrefixReservedRule => Set.Plain();

    public static Text PrefixWordRule => Set.Plain();

    public static Text PrefixBackquoteRule => Set.Plain();

    public static Text PrefixTitle => Set.Plain();

    public static Text PrefixAllowed => Set.Plain();

    public static Text LocaleTitle => Set.Plain();

    public static Text LocaleAllowed(string codes) => Set.With([codes]);
}
