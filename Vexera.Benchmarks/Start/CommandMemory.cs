using Vexera.Benchmarks.Processes;

namespace Vexera.Benchmarks.Start;

/// <summary>Memory of a bot that idles, then answers commands from two guilds as fast as it can.</summary>
internal sealed class CommandMemory(string executable, SandboxProcess sandbox, IProgress<string> progress)
{
    /// <summary>Commands in all.</summary>
    public const int Pings = 10_000;

    private const int FirstPings = 1_000;
    private const int AtOnce = 16;
    private const string MessagesRoute = "POST /channels/{channel_id}/messages";
    private static readonly TimeSpan IdleFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SettleFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(30);
    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>Measures.</summary>
    public async Task<MemoryFigures> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var bot = new BotProcess(executable, sandbox, "Rest:GlobalLimit=10000");
        await bot.ReadyAsync(cancellationToken);
        await Task.Delay(IdleFor, _time, cancellationToken);
        var idle = bot.Sample();
        progress.Report(FormattableString.Invariant($"idle: {idle.ResidentMegabytes:0.0} MB"));

        var before = await PostedAsync(cancellationToken);
        await PingAsync(FirstPings, cancellationToken);
        await AnsweredAsync(before, FirstPings, cancellationToken);
        await Task.Delay(SettleFor, _time, cancellationToken);
        var first = bot.Sample();
        progress.Report(FormattableString.Invariant($"after {FirstPings} pings: {first.ResidentMegabytes:0.0} MB"));

        var began = _time.GetTimestamp();
        await PingAsync(Pings - FirstPings, cancellationToken);
        var answered = await AnsweredAsync(before, Pings, cancellationToken);
        var took = _time.GetElapsedTime(began);
        await Task.Delay(SettleFor, _time, cancellationToken);
        var all = bot.Sample();
        progress.Report(FormattableString.Invariant($"after {Pings} pings: {all.ResidentMegabytes:0.0} MB"));

        return new MemoryFigures(
            idle.ResidentMegabytes,
            first.ResidentMegabytes,
            all.ResidentMegabytes,
            answered,
            (Pings - FirstPings) / took.TotalSeconds,
            (all.Cpu - first.Cpu).TotalMilliseconds / (Pings - FirstPings));
    }

    private async Task PingAsync(int count, CancellationToken cancellationToken)
    {
        string[] channels = [.. sandbox.Client.GeneralChannels];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, options, async (number, stop) =>
            await sandbox.Client.SayAsync(channels[number % channels.Length], "+ping", stop));
    }

    // Answers are the messages that were posted beside our own.
    private async Task<long> AnsweredAsync(long before, int pings, CancellationToken cancellationToken)
    {
        var answered = 0L;
        var progressedAt = _time.GetTimestamp();
        while (answered < pings && _time.GetElapsedTime(progressedAt) < AnswerPatience)
        {
            await Task.Delay(LookEvery, _time, cancellationToken);
            var now = await PostedAsync(cancellationToken) - before - pings;
            if (now > answered)
                (answered, progressedAt) = (now, _time.GetTimestamp());
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
/// <param name="Answered">How many were answered.</param>
/// <param name="PerSecond">How many were answered in a second, with the simulator on the same machine.</param>
/// <param name="CpuMilliseconds">The bot's CPU time for each.</param>
internal sealed record MemoryFigures(double Idle, double AfterFirst, double AfterAll, long Answered, double PerSecond, double CpuMilliseconds);
