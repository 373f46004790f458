using Vexera.Benchmarks.Restarts;
using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Processes;
using Vexera.Sandbox;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Benchmarks.Punishments;

/// <summary>Calls commands for a while, and sees what the bot does meanwhile.</summary>
internal sealed class Watch(SandboxServer server, SandboxClient client, DrilledBot bot, DueBans bans, IProgress<string> progress)
{
    private const int Seed = 20_191_012;
    private const int GuildsThatCall = 100;
    private static readonly TimeSpan CallEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(10);
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly Random _random = new(Seed);

    /// <summary>Watches; the answers to the last calls are waited for beyond the end.</summary>
    /// <param name="from">When it begins; what is compared with is looked at before.</param>
    /// <param name="isOver">Whether it ends, from how long it takes so far.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NotMeasuredException">The bot has ended, or has answered nothing.</exception>
    public async Task<Seen> RunAsync(DateTimeOffset from, Func<TimeSpan, bool> isOver, CancellationToken cancellationToken)
    {
        using var conversation = new Conversation(server.World, DemoWorld.BotId, GuildsThatCall);
        var (before, lifted, sample) = (await client.StatsAsync(cancellationToken), bans.Lifted, Sample());
        if (from - _time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, _time, cancellationToken);
        var (began, toldAt, memory) = (_time.GetTimestamp(), _time.GetTimestamp(), sample.ResidentMegabytes);
        while (!isOver(_time.GetElapsedTime(began)))
        {
            conversation.Ask(_random);
            await Task.Delay(CallEvery, _time, cancellationToken);
            if (_time.GetElapsedTime(toldAt) < TellEvery)
                continue;
            toldAt = _time.GetTimestamp();
            memory = Math.Max(memory, Sample().ResidentMegabytes);
            progress.Report(FormattableString.Invariant($"{_time.GetElapsedTime(began).TotalSeconds:0} s: {bans.Left} bans are left"));
        }

        var took = _time.GetElapsedTime(began);
        var (after, liftedNow, end) = (await client.StatsAsync(cancellationToken), bans.Lifted, Sample());
        await AnsweredAsync(conversation, cancellationToken);
        if (conversation.Seconds.Count == 0)
            throw new NotMeasuredException("The bot has not answered a single command.");
        return new Seen
        {
            Seconds = took.TotalSeconds,
            Lifted = liftedNow - lifted,
            Requests = after.Requests - before.Requests,
            Called = conversation.Asked,
            Unanswered = conversation.Unanswered,
            AnswerSeconds = conversation.Seconds,
            Cpu = (end.Cpu - sample.Cpu).TotalSeconds,
            Megabytes = Math.Max(memory, end.ResidentMegabytes),
        };
    }

    private ProcessSample Sample() => bot.Process is { HasExited: false } process
        ? ProcessSample.Of(process)
        : throw new NotMeasuredException("The bot has ended.");

    private async Task AnsweredAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        while (conversation.Unanswered > 0 && _time.GetElapsedTime(began) < AnswerPatience)
            await Task.Delay(CallEvery, _time, cancellationToken);
    }
}
