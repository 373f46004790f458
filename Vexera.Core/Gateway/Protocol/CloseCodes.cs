using System.Globalization;

namespace Vexera.Core.Gateway.Protocol;

/// <summary>
/// Close codes of the gateway.
/// Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes.
/// </summary>
internal static class CloseCodes
{
    /// <summary>What Vexera closes with when it means to come back: any code but 1000 and 1001 keeps the session.</summary>
    public const int Returning = 4200;

    /// <summary>Closed as done: the session is over.</summary>
    public const int Normal = 1000;

    /// <summary>A frame was sent before IDENTIFY.</summary>
    public const int NotAuthenticated = 4003;

    /// <summary>The token is wrong.</summary>
    public const int AuthenticationFailed = 4004;

    /// <summary>The session is not valid any more (no longer documented, still the same meaning).</summary>
    public const int InvalidSession = 4006;

    /// <summary>The sequence number of RESUME was wrong.</summary>
    public const int InvalidSequence = 4007;

    /// <summary>The session timed out.</summary>
    public const int SessionTimedOut = 4009;

    /// <summary>The shard number or count is wrong.</summary>
    public const int InvalidShard = 4010;

    /// <summary>Too many guilds for one shard.</summary>
    public const int ShardingRequired = 4011;

    /// <summary>The API version is gone.</summary>
    public const int InvalidVersion = 4012;

    /// <summary>The intents make no sense.</summary>
    public const int InvalidIntents = 4013;

    /// <summary>A privileged intent is not switched on or not granted.</summary>
    public const int DisallowedIntents = 4014;

    private const int FirstOfDiscord = 4000;

    private static readonly KeyValuePair<string, object?> Broken = new("code", "none");
    private static readonly KeyValuePair<string, object?> Other = new("code", "other");
    private static readonly Dictionary<int, KeyValuePair<string, object?>> Tags =
        Enumerable.Range(FirstOfDiscord, DisallowedIntents - FirstOfDiscord + 1).Concat([Normal, 1001, 1006, 1011, Returning])
            .ToDictionary(code => code, code => new KeyValuePair<string, object?>("code", code.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A code in metrics: one that is documented, <c>other</c>, or <c>none</c>.</summary>
    /// <param name="code">The code, or null when the connection broke without one.</param>
    public static KeyValuePair<string, object?> TagOf(int? code) => code is { } known ? Tags.GetValueOrDefault(known, Other) : Broken;

    /// <summary>
    /// What to do after a connection ended. A code that is not in the table RESUMEs: when the session turns out to be over,
    /// Discord says so with opcode 9, and nothing is lost; an IDENTIFY would lose the events in between. This includes 1001,
    /// which proxies in front of Discord send while the session lives.
    /// </summary>
    /// <param name="code">The code, or null when the connection broke without one.</param>
    public static CloseVerdict VerdictOn(int? code) => code switch
    {
        Normal or NotAuthenticated or InvalidSession or InvalidSequence or SessionTimedOut => CloseVerdict.Identify,
        AuthenticationFailed or InvalidShard or ShardingRequired or InvalidVersion or InvalidIntents or DisallowedIntents => CloseVerdict.Stop,
        _ => CloseVerdict.Resume,
    };
}
