using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;

namespace Vexera.Benchmarks;

/// <summary>One program that measures and says which promises its figures keep.</summary>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string Summary { get; }

    /// <summary>Which settings it heeds; the command line refuses the others.</summary>
    Knobs Knobs { get; }

    /// <summary>Measures.</summary>
    /// <param name="settings">What the command line says.</param>
    /// <param name="progress">Takes a line now and then, for a person who waits.</param>
    /// <param name="cancellationToken">Gives up; every process that was started ends.</param>
    /// <exception cref="NotMeasuredException">Something that is needed did not work; no figures.</exception>
    Task<Report> RunAsync(BenchmarkSettings settings, IProgress<string> progress, CancellationToken cancellationToken);
}
