using Vexera.Benchmarks.Processes;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Start;

/// <summary>Memory of a bot that idles, then answers commands from two guilds as fast as it can.</summary>
internal sealed class CommandMemory(string executable, SandboxProcess sandbox, IProgress<string> progress)
{
    /// <summary>Commands that wait for their answers, and again as many that do not.</summary>
    public const int Pings = 10_000;

    private const int FirstPings = 1_000;
    private const int AtOnce = 16;
    private const int Unanswered = 100;
    private const string MessagesRoute = "POST /channels/{channel_id}/messages";
    private static readonly TimeSpan IdleFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SettleFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(30);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>Measures.</summary>
    public async Task<MemoryFigures> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var bot = new BotProcess(executable, sandbox, "Rest:GlobalLimit=10000");
        await bot.ReadyAsync(cancellationToken);
        await Task.Delay(IdleFor, _time, cancellationToken);
        var idle = Look("idle", bot);

        var answeredFirst = await ConverseAsync(FirstPings, cancellationToken);
        await Task.Delay(SettleFor, _time, cancellationToken);
        var first = Look($"after {FirstPings} pings", bot);

        var began = _time.GetTimestamp();
        var answeredRest = await ConverseAsync(Pings - FirstPings, cancellationToken);
        var took = _time.GetElapsedTime(began);
        await Task.Delay(SettleFor, _time, cancellationToken);
        var all = Look($"after {Pings} pings", bot);

        var answeredFlood = await PingAsync(Pings, cancellationToken);
        await Task.Delay(SettleFor, _time, cancellationToken);
        var flooded = Look($"after a flood of {Pings} pings", bot);
        return new MemoryFigures(
            idle.ResidentMegabytes,
            first.ResidentMegabytes,
            all.ResidentMegabytes,
            flooded.ResidentMegabytes,
            answeredFirst + answeredRest + answeredFlood,
            (Pings - FirstPings) / took.TotalSeconds,
            (all.Cpu - first.Cpu).TotalMilliseconds / (Pings - FirstPings));
    }

    private ProcessSample Look(string when, BotProcess bot)
    {
        var sample = bot.Sample();
        progress.Report(FormattableString.Invariant($"{when}: {sample.ResidentMegabytes:0.0} MB"));
        return sample;
    }

    // People wait for answers: no more than a hundred commands are unanswered at any time.
    private async Task<long> ConverseAsync(int pings, CancellationToken cancellationToken)
    {
        var answered = 0L;
        for (var sent = 0; sent < pings; sent += Unanswered)
            answered += await PingAsync(Math.Min(Unanswered, pings - sent), cancellationToken);
        return answered;
    }

    // Sends as fast as it goes, then waits. Answers are the messages that were posted beside our own.
    private async Task<long> PingAsync(int pings, CancellationToken cancellationToken)
    {
        var before = await PostedAsync(cancellationToken);
        string[] channels = [.. sandbox.Client.GeneralChannels];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, pings, options, async (number, stop) =>
            await sandbox.Client.SayAsync(channels[number % channels.Length], "+ping", stop));

        var answered = 0L;
        var progressedAt = _time.GetTimestamp();
        while (answered < pings && _time.GetElapsedTime(progressedAt) < AnswerPatience)
        {
            var now = await PostedAsync(cancellationToken) - before - pings;
            if (now > answered)
                (answered, progressedAt) = (now, _time.GetTimestamp());
            else
                await Task.Delay(LookEvery, _time, cancellationToken);
        }

        return answered;
    }

    private async Task<long> PostedAsync(CancellationToken cancellationToken) =>
        (await sandbox.Client.StatsAsync(cancellationToken)).Succeeded(MessagesRoute);
}

/// <summary>What was measured; memory in MB.</summary>
/// <param name="Idle">Before the first command.</param>
/// <param name="AfterFirst">After the first thousand commands.</param>
/// <param name="AfterAll">After all.</param>
/// <param name="AfterFlood">After as many again, sent without waiting for answers.</param>
/// <param name="Answered">How many were answered.</param>
/// <param name="PerSecond">How many were answered in a second, with the simulator on the same machine.</param>
/// <param name="CpuMilliseconds">The bot's CPU time for each.</param>
internal sealed record MemoryFigures(
    double Idle, double AfterFirst, double AfterAll, double AfterFlood, long Answered, double PerSecond, double CpuMilliseconds);
