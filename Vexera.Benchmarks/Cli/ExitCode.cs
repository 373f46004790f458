namespace Vexera.Benchmarks.Cli;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    /// <summary>Every promise is kept.</summary>
    public const int Kept = 0;

    /// <summary>A promise is broken.</summary>
    public const int Broken = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int WrongUsage = 64;

    /// <summary>Measuring failed, or was given up; there are no figures.</summary>
    public const int NotMeasured = 70;
}
