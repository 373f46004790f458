using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Soaking;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>Hours of bad moments with calm between them, and a restart at the end.</summary>
internal static class Soak
{
    /// <summary>What it is called.</summary>
    public const string Name = "soak";

    /// <summary>How many hours it takes unless something else is asked for.</summary>
    public const double Hours = 2;

    /// <summary>The fewest and the most hours it can take.</summary>
    public const double Fewest = 0.05, Most = 168;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Makes it.</summary>
    /// <param name="length">How long it takes.</param>
    /// <param name="seed">What happens when follows from it.</param>
    public static Scenario Build(TimeSpan length, int seed)
    {
        var drill = new Scenario(Name, DrillText.Soak) { Rate = 100, TrafficShare = 0.5 }
            .With("Net:Freshness", Freshness.ToString())
            .With("Telemetry:StatsD:Host", Scenario.StatsHost)
            .With("Telemetry:StatsD:Interval", "00:00:01")
            .With("Storage:BusyTimeout", "00:00:01");
        drill.At(TimeSpan.Zero).Calm();
        var plan = SoakPlan.Of(length, seed);
        foreach (var (at, what) in plan.Moments)
        {
            what.Begin(drill.At(at));
            var end = drill.At(at + what.Lasts);
            what.End?.Invoke(end);
            end.Calm();
        }

        drill.At(length).Restart();
        drill.At(length + Pause).Calm();
        if (plan.Moments.Any(one => one.What.Name == BadMoment.NewGuilds))
            drill.Promise(Greetings.OnceToNewGuilds());
        return drill.Promise(Promised.Under(plan.Moments.Sum(one => one.What.RequestsUnderWay))).Promise(
            MemoryOverTime.StaysLevel(factor: 1.25, allowance: 30),
            NameQuestions.Within(Freshness));
    }
}
