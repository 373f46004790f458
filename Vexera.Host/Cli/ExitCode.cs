namespace Vexera.Host.Cli;

/// <summary>How the process ends; the numbers are those of BSD's sysexits.h.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>A promise of a drill is broken.</summary>
    public const int Broken = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int WrongUsage = 64;

    /// <summary>Discord or the database's server cannot be reached, or no running bot where one is asked for.</summary>
    public const int Unreachable = 69;

    /// <summary>A mistake in Vexera itself; the log has the details.</summary>
    public const int Unexpected = 70;

    /// <summary>Discord refused the token or an intent.</summary>
    public const int Refused = 77;

    /// <summary>The configuration is wrong, or names something that cannot be used: a file, a folder, a port.</summary>
    public const int BadConfiguration = 78;
}
