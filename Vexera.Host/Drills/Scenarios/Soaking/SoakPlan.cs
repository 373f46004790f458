namespace Vexera.Host.Drills.Scenarios.Soaking;

/// <summary>Which bad moments come when: all of it follows from length and seed, before anything begins.</summary>
/// <param name="Moments">What begins when, in order, each over before the next.</param>
internal sealed record SoakPlan(IReadOnlyList<(TimeSpan At, BadMoment What)> Moments)
{
    private const int FewestCalmSeconds = 15, MostCalmSeconds = 40;

    /// <summary>
    /// Makes one. Nothing comes again before everything came once. Processes end in the first quarter only: the one that is left
    /// lives through the others, and its memory with it.
    /// </summary>
    /// <param name="length">How long it all takes.</param>
    /// <param name="seed">The same seed, the same plan.</param>
    public static SoakPlan Of(TimeSpan length, int seed)
    {
        var random = new Random(seed);
        var (planned, at) = (new List<(TimeSpan, BadMoment)>(), Calm());
        var left = new Queue<BadMoment>(BadMoment.Ending);
        while (true)
        {
            if (left.Count == 0)
                left = new Queue<BadMoment>(Shuffled(at < length / 4 ? [.. BadMoment.Lasting, .. BadMoment.Ending] : BadMoment.Lasting));
            var next = left.Dequeue();
            if (at + next.Lasts > length)
                return new SoakPlan(planned);
            if (next.EndsProcess && at >= length / 4)
                continue;
            planned.Add((at, next));
            at += next.Lasts + Calm();
        }

        TimeSpan Calm() => TimeSpan.FromSeconds(random.Next(FewestCalmSeconds, MostCalmSeconds));

        BadMoment[] Shuffled(IEnumerable<BadMoment> all)
        {
            BadMoment[] order = [.. all];
            random.Shuffle(order);
            return order;
        }
    }
}
