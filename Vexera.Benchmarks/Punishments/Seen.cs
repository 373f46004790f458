using Vexera.Benchmarks.Measuring;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks.Punishments;

/// <summary>What the bot did while it was watched.</summary>
internal sealed record Seen
{
    /// <summary>Requests that Discord allows in a second, on all routes together.</summary>
    public const int GlobalLimit = 50;

    /// <summary>How long that was.</summary>
    public required double Seconds { get; init; }

    /// <summary>Bans that were lifted.</summary>
    public required int Lifted { get; init; }

    /// <summary>Requests that it made on all routes.</summary>
    public required long Requests { get; init; }

    /// <summary>Commands that were called.</summary>
    public required int Called { get; init; }

    /// <summary>Those that were never answered.</summary>
    public required int Unanswered { get; init; }

    /// <summary>How long each of the others waited for its answer, in seconds; at least one.</summary>
    public required IReadOnlyList<double> AnswerSeconds { get; init; }

    /// <summary>Its processor time, in seconds.</summary>
    public required double Cpu { get; init; }

    /// <summary>The most memory that it was seen to have, in MB of 1,048,576 bytes.</summary>
    public required double Megabytes { get; init; }

    /// <summary>Bans lifted in a second.</summary>
    public double Rate => Lifted / Seconds;

    /// <summary>Requests in a second, on all routes.</summary>
    public double RequestRate => Requests / Seconds;

    /// <summary>How much of the global limit all requests took, in percent.</summary>
    public double Share => 100 * RequestRate / GlobalLimit;

    /// <summary>The answer time that all but one of a hundred commands do not exceed, in seconds.</summary>
    public double SlowAnswer => AnswerSeconds.Percentile(0.99);

    /// <summary>Adds a column.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">What went on.</param>
    public void AddTo(Report report, string title) => report.AddSet(title)
        .Add("watched for, s", Seconds)
        .Add("bans lifted", Lifted)
        .Add("bans lifted in a second", Rate)
        .Add("requests in a second, all routes", RequestRate)
        .Add("of Discord's 50 in a second, %", Share)
        .Add("commands called", Called)
        .Add("commands without an answer", Unanswered)
        .Add("from a command to its answer, p50, ms", 1_000 * AnswerSeconds.Percentile(0.5))
        .Add("from a command to its answer, p99, ms", 1_000 * SlowAnswer)
        .Add("from a command to its answer, longest, ms", 1_000 * AnswerSeconds.Max())
        .Add("CPU, s", Cpu)
        .Add("memory, at most, MB", Megabytes);
}
