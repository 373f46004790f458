using Microsoft.Extensions.DependencyInjection;
using Vexera.Benchmarks.Measuring;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Instruments;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Benchmarks.Telemetry;

/// <summary>Measures what one recording costs who records, with the meters read in process.</summary>
internal static class RecordingCosts
{
    private const int Repeats = 1_000_000;
    private const int Rounds = 7;

    /// <summary>One cost for each kind of recording.</summary>
    public static IReadOnlyList<RecordingCost> Measure()
    {
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddTelemetry().BuildServiceProvider();
        using var values = services.GetRequiredService<MeterValues>();
        var (metrics, rate, time) = (services.GetRequiredService<VexeraMetrics>(), services.GetRequiredService<IEventRate>(), TimeProvider.System);
        var received = metrics.EventsReceived.With(new KeyValuePair<string, object?>("event", "MESSAGE_CREATE"));
        var (pace, at) = (new SamplePace(time), time.GetTimestamp());
        var (route, status, module) = (Tag("route", "channels"), Tag("status", "200"), Tag("module", "Basics"));
        return
        [
            Measure("an event counted", () => received.Add()),
            Measure("the rate of events", () => rate.Record(at)),
            Measure("whether a call is sampled", () => pace.IsDue(at)),
            Measure("a histogram with a tag", () => metrics.HandlerDuration.Record(0.002, module)),
            Measure("a counter with two tags", () => metrics.RestRequests.Add(1, route, status)),
        ];
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static RecordingCost Measure(string name, Action record)
    {
        Repeat(record);
        var (nanoseconds, bytes) = (new List<double>(Rounds), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var began = TimeProvider.System.GetTimestamp();
            Repeat(record);
            nanoseconds.Add(TimeProvider.System.GetElapsedTime(began).TotalNanoseconds / Repeats);
            // The list has room for all, and the two looks at the clock allocate nothing, or it would count.
            bytes = Math.Max(bytes, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        return new RecordingCost(name, nanoseconds.Median(), (double)bytes / Repeats);
    }

    private static void Repeat(Action record)
    {
        for (var i = 0; i < Repeats; i++)
            record();
    }
}

/// <summary>What one recording costs.</summary>
/// <param name="Name">Of what kind it is.</param>
/// <param name="Nanoseconds">Time, the call that measures included.</param>
/// <param name="Bytes">Bytes allocated.</param>
internal sealed record RecordingCost(string Name, double Nanoseconds, double Bytes);
