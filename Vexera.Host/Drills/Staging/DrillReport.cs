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
        var report = new Report(record.Drill.Scenario.Name);
        var figures = report.AddSet(DrillText.FigureSet)
            .Add(DrillText.FigureShards, record.Drill.World.Shards)
            .Add(DrillText.FigureGuilds, record.Drill.World.Guilds)
            .Add(DrillText.FigureSeed, record.Drill.World.Seed)
            .Add(DrillText.FigureTotal, record.Samples.Count == 0 ? 0 : record.Samples[^1].At.TotalSeconds)
            .Add(DrillText.FigureNotNominal, NotNominal(record).TotalSeconds)
            .Add(DrillText.FigureStart, record.FirstStart.TotalSeconds)
            .Add(DrillText.FigureSent, record.Sent)
            .Add(DrillText.FigureReplays, record.After.Replays)
            .Add(DrillText.FigureResumes, record.After.Resumes)
            .Add(DrillText.FigureIdentifies, record.After.Identifies)
            .Add(DrillText.FigureQuestions, record.After.Questions.Values.Sum())
            .Add(DrillText.FigureCalls, record.Calls.Count)
            .Add(DrillText.FigureCases, record.Cases.Count)
            .Add(DrillText.FigureAnswersMedian, Answers.Quantile(record, 0.5).TotalSeconds)
            .Add(DrillText.FigureAnswersP99, Answers.Quantile(record, 0.99).TotalSeconds)
            .Add(DrillText.FigureMemory, record.Samples.Max(sample => sample.Megabytes) ?? 0);
        foreach (var (number, end) in record.Drill.Ends.Index())
            figures.Add(DrillText.FigureRestart.With(number + 1), (end.Stopping + end.Ready).TotalSeconds);
        foreach (var (number, one) in record.Drill.Return.Seen.Index())
            figures.Add(DrillText.FigureReturn.With(number + 1), one.Took.TotalSeconds);
        foreach (var (name, value) in record.Drill.Scenario.Figures)
            figures.Add(name, value);
        foreach (var promise in record.Drill.Scenario.Promises)
            report.Add(promise(record).Told(record));
        return report;
    }

    // The time from the first start on in which not all shards received events.
    private static TimeSpan NotNominal(DrillRecord record)
    {
        var (sum, before) = (TimeSpan.Zero, record.FirstStart);
        foreach (var sample in record.Samples.SkipWhile(sample => sample.Status is null || sample.At < record.FirstStart))
        {
            if (sample.Status?.Shards.States.GetValueOrDefault(nameof(ShardState.Ready)) != record.Drill.Shards)
                sum += sample.At - before;
            before = sample.At;
        }

        return sum;
    }
}
