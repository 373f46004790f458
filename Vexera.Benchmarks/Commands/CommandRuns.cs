using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Commands;

/// <summary>A person who calls a command in the simulator, and what comes back.</summary>
/// <param name="client">The simulator.</param>
/// <param name="progress">Told after each run.</param>
/// <param name="call">What is written.</param>
/// <param name="done">What only the answer of a command that was done contains.</param>
internal sealed class CommandRuns(SandboxClient client, IProgress<string> progress, string call, string done)
{
    private const int AtOnce = 16;
    private const int Unanswered = 100;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly string[] _channels = [.. client.GeneralChannels];
    private long _heard;

    /// <summary>Calls one after the other; how long each took from message to answer by the simulator's clock, in milliseconds.</summary>
    public async Task<IReadOnlyList<double>> OneByOneAsync(int calls, CancellationToken cancellationToken)
    {
        var took = new List<double>(calls);
        await PassOverAsync(cancellationToken);
        for (var i = 0; i < calls; i++)
        {
            var said = await client.SayAsync(_channels[0], call, cancellationToken);
            var answers = await HearAsync(1, cancellationToken);
            if (answers is [{ } answer] && answer.Answers == said.Id && IsAnswer(answer))
                took.Add((answer.At - said.At).TotalMilliseconds);
        }

        progress.Report(FormattableString.Invariant($"{took.Count} of {calls} answered, one by one"));
        return took;
    }

    /// <summary>
    /// Calls as fast as answers come, at most a hundred unanswered. An answer may be that the last call is still at work; only commands
    /// that were done count for the rate.
    /// </summary>
    public async Task<(long Answered, long Done, double PerSecond)> AtOnceAsync(int calls, CancellationToken cancellationToken)
    {
        var (answered, kept, began) = (0L, 0L, _time.GetTimestamp());
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        for (var sent = 0; sent < calls; sent += Unanswered)
        {
            await Parallel.ForAsync(0, Unanswered, options, async (number, stop) =>
                await client.SayAsync(_channels[number % _channels.Length], call, stop));
            var heard = await HearAsync(Unanswered, cancellationToken);
            answered += heard.Count;
            kept += heard.Count(IsAnswer);
        }

        var seconds = _time.GetElapsedTime(began).TotalSeconds;
        progress.Report(FormattableString.Invariant($"{answered} of {calls} answered in {seconds:0.0} s, {kept} of them done"));
        return (answered, kept, kept / seconds);
    }

    private bool IsAnswer(BotMessage message) => message.Content.Contains(done, StringComparison.Ordinal);

    // What was said before does not count.
    private async Task PassOverAsync(CancellationToken cancellationToken)
    {
        while (await client.SaidAsync(_heard, cancellationToken) is [.., { } last])
            _heard = last.Number;
    }

    // Answers only: what else the bot says, such as to somebody who is warned, refers to no message.
    private async Task<IReadOnlyList<BotMessage>> HearAsync(int wanted, CancellationToken cancellationToken)
    {
        var heard = new List<BotMessage>(wanted);
        var began = _time.GetTimestamp();
        while (heard.Count < wanted && _time.GetElapsedTime(began) < Patience)
        {
            var said = await client.SaidAsync(_heard, cancellationToken);
            if (said.Count == 0)
                await Task.Delay(LookEvery, _time, cancellationToken);
            else
                _heard = said[^1].Number;
            heard.AddRange(said.Where(message => message.Answers is not null));
        }

        return heard;
    }
}
