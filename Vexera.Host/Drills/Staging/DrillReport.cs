using Vexera.Core.Shards;
using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Staging;

/// <summary>What a drill comes to: figures, and promises with their verdicts.</summary>
internal static class DrillReport
{
    /// <summary>Judges what was seen.</summary>
    public static Report Of(DrillRecord record)
    {
        var report = new Report(record.Scenario.Name);
        var figures = report.AddSet(DrillText.FigureSet)
            .Add(DrillText.FigureShards, record.World.Shards)
            .Add(DrillText.FigureGuilds, record.World.Guilds)
            .Add(DrillText.FigureSeed, record.World.Seed)
            .Add(DrillText.FigureTotal, record.EndedAt.TotalSeconds)
            .Add(DrillText.FigureNotNominal, NotNominal(record).TotalSeconds)
            .Add(DrillText.FigureStart, record.FirstStart.TotalSeconds)
            .Add(DrillText.FigureSent, record.Sent)
            .Add(DrillText.FigureReplays, record.After.Replays)
            .Add(DrillText.FigureResumes, record.After.Resumes)
            .Add(DrillText.FigureIdentifies, record.After.Identifies)
            .Add(DrillText.FigureQuestions, record.After.Questions.Values.Sum())
            .Add(DrillText.FigureCalls, record.Calls.Count)
            .Add(DrillText.FigureCases, record.Cases.Count)
            .Add(DrillText.FigureAnswersMedian, Answers.Quantile(record, 0.5).TotalMilliseconds)
            .Add(DrillText.FigureAnswersP99, Answers.Quantile(record, 0.99).TotalMilliseconds)
            .Add(DrillText.FigureMemory, record.Samples.Max(sample => sample.Megabytes) ?? 0);
        foreach (var wave in record.Joins)
            figures.Add(DrillText.FigureJoins, wave.Count / Math.Max(0.001, wave.Took.TotalSeconds));
        if (record.After.StatsdDatagrams > 0)
            figures.Add(DrillText.FigureStatsPackets, record.After.StatsdDatagrams).Add(DrillText.FigureStatsMetrics, record.After.StatsdMetrics);
        foreach (var (number, end) in record.Ends.Index())
            figures.Add(DrillText.FigureRestart.With(number + 1), (end.Stopping + end.Ready).TotalSeconds);
        foreach (var (number, one) in record.Losses.Index())
            figures.Add(DrillText.FigureReturn.With(number + 1), one.Took.TotalSeconds);
        foreach (var (name, value) in record.Scenario.Figures)
            figures.Add(name, value);
        foreach (var promise in record.Scenario.Promises)
            report.Add(promise(record).Told(record));
        return report;
    }

    /// <summary>The time from the first start on in which not all shards were ready, or the bot did not tell.</summary>
    public static TimeSpan NotNominal(DrillRecord record)
    {
        var (sum, before) = (TimeSpan.Zero, record.ReadyAt);
        foreach (var sample in record.Samples.Where(sample => sample.At > record.ReadyAt))
        {
            if (sample.Status?.Shards.States.GetValueOrDefault(nameof(ShardState.Ready)) != record.World.Shards)
                sum += sample.At - before;
            before = sample.At;
        }

        return sum;
    }
}
