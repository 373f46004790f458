using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Vexera.Host.Control;
using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>What happens to the bot.</summary>
internal static class BotVerbs
{
    private static readonly TimeSpan ReconnectPatience = TimeSpan.FromMinutes(3);

    /// <summary>It is asked to stop, and a new process starts: a pause, after which all shards resume.</summary>
    /// <param name="moment">When.</param>
    /// <param name="away">How long no process runs.</param>
    public static Moment Restart(this Moment moment, TimeSpan away = default) => moment.Do(DrillText.Restart, async (drill, cancellationToken) =>
    {
        var at = drill.Timeline.Now;
        var stopping = await drill.Bot.TerminateAsync(cancellationToken);
        await Task.Delay(away, TimeProvider.System, cancellationToken);
        drill.Ended(new BotEnd(at, IsKill: false, stopping, await drill.Bot.StartAsync(cancellationToken)));
    });

    /// <summary>
    /// It is stopped, its sessions are thrown away as with <c>vexera state purge --sessions</c>, and a new process identifies every
    /// shard anew. Nobody writes meanwhile: without a session Discord keeps nothing for a bot.
    /// </summary>
    public static Moment ColdRestart(this Moment moment) => moment.Do(DrillText.ColdRestart, async (drill, cancellationToken) =>
    {
        await drill.Load.PauseAsync(cancellationToken);
        var at = drill.Timeline.Now;
        var stopping = await drill.Bot.TerminateAsync(cancellationToken);
        await drill.Bot.PurgeSessionsAsync(cancellationToken);
        drill.IdentifiesDue += drill.Shards;
        drill.Ended(new BotEnd(at, IsKill: false, stopping, await drill.Bot.StartAsync(cancellationToken)));
        await drill.Sandbox.SettleAsync(ReconnectPatience, cancellationToken);
        await drill.Load.StartAsync(drill.GuildsWithTraffic, cancellationToken);
    });

    /// <summary>It is killed as with <c>kill -9</c>, and a new process starts.</summary>
    public static Moment Kill(this Moment moment) => moment.Do(DrillText.Kill, async (drill, cancellationToken) =>
    {
        var at = drill.Timeline.Now;
        await drill.Bot.KillAsync();
        drill.Ended(new BotEnd(at, IsKill: true, TimeSpan.Zero, await drill.Bot.StartAsync(cancellationToken)));
    });

    /// <summary>A rolling reconnect of a range of shards; it is waited until they are back.</summary>
    /// <param name="moment">When.</param>
    /// <param name="from">Where in the fleet the range begins, 0 to 1.</param>
    /// <param name="share">Which share of the fleet it is, above 0 to 1.</param>
    public static Moment ReconnectShards(this Moment moment, [Range(0.0, 1.0)] double from, [Range(0.0, 1.0)] double share) => moment.Do(
        DrillText.ReconnectShards.With(share), (drill, cancellationToken) =>
        {
            var first = Math.Min((int)(drill.Shards * from), drill.Shards - 1);
            int[] shards = [.. Enumerable.Range(first, Math.Clamp((int)Math.Round(drill.Shards * share), 1, drill.Shards - first))];
            return drill.Return.AfterAsync(
                shards.Length,
                ReconnectPatience,
                () => AskAsync(drill, ShardsReconnectControl.CommandName, JsonSerializer.SerializeToElement(shards), cancellationToken),
                cancellationToken);
        });

    /// <summary>What it keeps of the guilds in memory is thrown away.</summary>
    public static Moment PurgeCache(this Moment moment) => moment.Do(
        DrillText.PurgeCache, (drill, cancellationToken) => AskAsync(drill, CachePurgeControl.CommandName, null, cancellationToken));

    /// <summary>A handler takes a time for each message; none is quick again.</summary>
    public static Moment SlowHandler(this Moment moment, TimeSpan takes) => moment.Do(
        takes == TimeSpan.Zero ? DrillText.HandlerQuick : DrillText.HandlerSlow.With(takes.TotalSeconds),
        (drill, cancellationToken) => AskAsync(
            drill, SlowHandlerControl.CommandName, JsonSerializer.SerializeToElement((long)takes.TotalMilliseconds), cancellationToken));

    /// <summary>Asks the bot to do something.</summary>
    /// <param name="drill">The drill.</param>
    /// <param name="command">The name of an <see cref="IControlCommand"/>.</param>
    /// <param name="arguments">What the command takes; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task AskAsync(Drill drill, string command, JsonElement? arguments, CancellationToken cancellationToken) =>
        await new ControlClient(drill.Bot.Socket, TimeProvider.System).AskAsync(new ControlRequest(command, arguments), cancellationToken);
}
