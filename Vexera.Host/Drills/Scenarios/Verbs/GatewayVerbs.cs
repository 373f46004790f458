using System.ComponentModel.DataAnnotations;

namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>What Discord's gateway and HTTP API do.</summary>
internal static class GatewayVerbs
{
    /// <summary>Every socket is dropped at once; it is waited until all shards are back, or the time is over.</summary>
    public static Moment Drop(this Moment moment, TimeSpan within) => moment.Do(
        DrillText.Drop, (drill, cancellationToken) => drill.Return.AfterAsync(
            drill.Shards, within, () => drill.Sandbox.FaultAsync(new { kind = "drop" }, cancellationToken), cancellationToken));

    /// <summary>The gateway refuses new connections with 503 for a while, and all that are open are lost; then it is waited until all shards are back.</summary>
    /// <param name="moment">When.</param>
    /// <param name="length">How long it refuses.</param>
    /// <param name="within">How long to wait at most, from the loss.</param>
    public static Moment GatewayDown(this Moment moment, TimeSpan length, TimeSpan within) => moment.Do(
        DrillText.GatewayDown.With(length.TotalSeconds), (drill, cancellationToken) => drill.Return.AfterAsync(
            drill.Shards,
            within,
            async () =>
            {
                await drill.Sandbox.FaultAsync(new { kind = "refuse-upgrade", status = 503 }, cancellationToken);
                await drill.Sandbox.FaultAsync(new { kind = "drop" }, cancellationToken);
                await Task.Delay(length, TimeProvider.System, cancellationToken);
                await drill.Sandbox.HealAsync(cancellationToken);
            },
            cancellationToken));

    /// <summary>The next requests on a route fail with a status.</summary>
    /// <param name="moment">When.</param>
    /// <param name="route">Part of a method and route, such as <c>POST /channels</c>.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="count">How many requests.</param>
    public static Moment RequestsFail(this Moment moment, string route, [Range(400, 599)] int status, int count) => moment.Do(
        DrillText.RequestsFail.With(count, route, status),
        (drill, cancellationToken) => drill.Sandbox.FaultAsync(new { kind = "rest", route, status, count, bots = true }, cancellationToken));

    /// <summary>The next requests on a route are told to come back later.</summary>
    /// <param name="moment">When.</param>
    /// <param name="route">Part of a method and route.</param>
    /// <param name="scope">Whose limit it is: <c>user</c>, <c>shared</c> or <c>global</c>.</param>
    /// <param name="retryAfter">How much later.</param>
    /// <param name="count">How many requests.</param>
    public static Moment RateLimits(this Moment moment, string route, [AllowedValues("user", "shared", "global")] string scope, TimeSpan retryAfter, int count) => moment.Do(
        DrillText.RateLimits.With(count, route, retryAfter.TotalSeconds, scope),
        (drill, cancellationToken) => drill.Sandbox.FaultAsync(
            new { kind = "rest", route, status = 429, scope, retryAfterMs = (int)retryAfter.TotalMilliseconds, count, bots = true }, cancellationToken));

    /// <summary>Events come that no bot expects: unknown names, missing and wrong fields, no JSON, numbers that were used.</summary>
    public static Moment Poison(this Moment moment) => moment.Do(DrillText.Poison, async (drill, cancellationToken) =>
    {
        string[] names = ["MESSAGE_CREATE", "GUILD_CREATE", "GUILD_UPDATE", "CHANNEL_CREATE", "GUILD_ROLE_CREATE", "NOBODY_KNOWS_THIS"];
        string[] payloads = ["null", "[]", "{}", "7", "{\"id\":\"x\",\"guild_id\":{}}", "{\"id\":-1,\"guild_id\":\"99999999999999999999999\",\"channel_id\":[]}"];
        foreach (var name in names)
        {
            foreach (var raw in payloads)
                await drill.Sandbox.FaultAsync(new { kind = "dispatch", name, raw }, cancellationToken);
        }

        await drill.Sandbox.FaultAsync(new { kind = "frame", text = "{\"op\":99,\"d\":null}" }, cancellationToken);
    });

    /// <summary>Bytes come that are no frame: every shard has to connect anew.</summary>
    public static Moment BrokenFrames(this Moment moment, TimeSpan within) =>
        moment.UnreadableFrames(DrillText.BrokenFrames, new { kind = "garbage", text = "this is no frame" }, within);

    /// <summary>A frame comes of which the second half is missing: every shard has to connect anew.</summary>
    public static Moment TruncatedFrames(this Moment moment, TimeSpan within) => moment.UnreadableFrames(
        DrillText.TruncatedFrames,
        new { kind = "truncated", text = """{"t":"NOBODY_KNOWS_THIS","s":1,"op":0,"d":{"text":"of this only half is sent"}}""" },
        within);

    /// <summary>A frame comes that is well compressed and the beginning of JSON: every shard has to connect anew.</summary>
    public static Moment CutOffJson(this Moment moment, TimeSpan within) =>
        moment.UnreadableFrames(DrillText.CutOffJson, new { kind = "frame", text = "{\"op\":" }, within);

    private static Moment UnreadableFrames(this Moment moment, string text, object fault, TimeSpan within) => moment.Do(
        text, (drill, cancellationToken) => drill.Return.AfterAsync(
            drill.Shards, within, () => drill.Sandbox.FaultAsync(fault, cancellationToken), cancellationToken));

    /// <summary>Discord takes the token back: connections are closed with 4004, and every further IDENTIFY and RESUME too.</summary>
    public static Moment TokenRevoked(this Moment moment) => moment.Do(DrillText.TokenRevoked, async (drill, cancellationToken) =>
    {
        await drill.Sandbox.FaultAsync(new { kind = "close-on-identify", code = 4004 }, cancellationToken);
        await drill.Sandbox.FaultAsync(new { kind = "close-on-resume", code = 4004 }, cancellationToken);
        await drill.Sandbox.FaultAsync(new { kind = "close", code = 4004 }, cancellationToken);
    });

    /// <summary>Nothing more happens; what is under way goes on.</summary>
    public static Moment Calm(this Moment moment) => moment.Do(DrillText.Calm, static (_, _) => Task.CompletedTask);
}
