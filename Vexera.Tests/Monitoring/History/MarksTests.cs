using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Monitoring.History;

namespace Vexera.Tests.Monitoring.History;

/// <summary>The marks on the time axis.</summary>
public sealed class MarksTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Since_SomeOlder_GivesTheOthersByTime()
    {
        var marks = new Marks(_time);
        await marks.AddAsync(MarkKind.Start, "1.0", TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(1));
        var from = _time.GetUtcNow();
        await marks.AddAsync(MarkKind.Incident, "slow", TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(1));
        await marks.AddAsync(MarkKind.Resolved, "slow", TestContext.Current.CancellationToken);

        marks.Since(from).ShouldBe([
            new Mark(from, MarkKind.Incident, "slow"), new Mark(from.AddMinutes(1), MarkKind.Resolved, "slow")]);
    }

    [Fact]
    public async Task Add_MoreThanAreKept_DropsTheOldestOfThatKind()
    {
        var marks = new Marks(_time);
        await marks.AddAsync(MarkKind.Deploy, "1.0", TestContext.Current.CancellationToken);
        for (var i = 0; i <= Marks.MostOfKind; i++)
            await marks.AddAsync(MarkKind.Start, $"{i}", TestContext.Current.CancellationToken);

        var kept = marks.Since(DateTimeOffset.MinValue);
        kept.Count(mark => mark.Kind == MarkKind.Start).ShouldBe(Marks.MostOfKind);
        kept.ShouldContain(mark => mark.Kind == MarkKind.Deploy);
        kept.ShouldNotContain(mark => mark.Text == "0");
    }
}
