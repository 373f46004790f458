using System.Globalization;
using System.Reflection;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Tests.Monitoring.History;

/// <summary>No figure of a sample is forgotten or mixed up with another.</summary>
public sealed class SampleFiguresTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sample_OfItsFigures_IsTheSame()
    {
        var sample = Distinct();

        SampleFigures.Sample(Noon, SampleFigures.Of(sample)).ShouldBe(sample);
    }

    [Fact]
    public void Count_Always_IsThatOfTheSamplesMembersButItsTime() =>
        SampleFigures.Count.ShouldBe(Members().Count());

    [Fact]
    public void Sample_BudgetNotKnown_StaysNotKnown() =>
        SampleFigures.Sample(Noon, SampleFigures.Of(new Sample { At = Noon })).IdentifiesLeft.ShouldBeNull();

    /// <summary>A sample in which every figure is another.</summary>
    internal static Sample Distinct()
    {
        var sample = new Sample { At = Noon };
        var next = 1;
        foreach (var member in Members())
        {
            var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            member.SetValue(sample, type == typeof(bool) ? true : Convert.ChangeType(next++, type, CultureInfo.InvariantCulture));
        }

        return sample;
    }

    private static IEnumerable<PropertyInfo> Members() =>
        typeof(Sample).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.Name != nameof(Sample.At));
}
