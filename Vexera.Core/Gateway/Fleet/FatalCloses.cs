using System.Globalization;
using System.Resources;
using Vexera.Core.Discord;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Turns what ends the bot into what a person can do about it.</summary>
internal static class FatalCloses
{
    private static readonly ResourceManager Text = new("Vexera.Core.Gateway.Fleet.FatalClosesText", typeof(FatalCloses).Assembly);

    private static readonly (GatewayIntents Intent, string Key)[] Privileged =
    [
        (GatewayIntents.GuildPresences, "PresenceIntent"),
        (GatewayIntents.GuildMembers, "ServerMembersIntent"),
        (GatewayIntents.MessageContent, "MessageContentIntent"),
    ];

    /// <summary>Says what is wrong and what to click.</summary>
    /// <param name="code">Discord's close code.</param>
    /// <param name="shardId">The shard that was refused.</param>
    /// <param name="shardCount">How many shards the bot has.</param>
    /// <param name="intents">The intents that were configured.</param>
    public static FatalGatewayException Explain(int code, int shardId, int shardCount, GatewayIntents intents)
    {
        var text = code switch
        {
            CloseCodes.AuthenticationFailed => Get("TokenRefused"),
            CloseCodes.InvalidShard => Format("ShardRefused", shardId, shardCount),
            CloseCodes.ShardingRequired => Format("ShardingRequired", shardCount),
            CloseCodes.InvalidVersion => Get("VersionGone"),
            CloseCodes.InvalidIntents => Format("IntentsUnknown", intents, (int)intents),
            CloseCodes.DisallowedIntents => Format("IntentsRefused", NamesOf(intents)),
            _ => Format("Other", code),
        };
        return new FatalGatewayException(code, text);
    }

    /// <summary>Says that Discord never answered.</summary>
    /// <param name="patience">How long it was tried.</param>
    /// <param name="reason">Why the last attempt failed.</param>
    public static GatewayUnreachableException Unreachable(TimeSpan patience, string reason) =>
        new(Format("Unreachable", patience.TotalSeconds, reason));

    private static string NamesOf(GatewayIntents intents) =>
        string.Join(", ", Privileged.Where(one => intents.HasFlag(one.Intent)).Select(one => $"{Get(one.Key)} ({one.Intent})"));

    private static string Format(string key, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, Get(key), arguments);

    private static string Get(string key) => Text.GetString(key, CultureInfo.CurrentUICulture)!;
}
