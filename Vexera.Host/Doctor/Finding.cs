using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>What a check came to.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Right,

    /// <summary>Not as it should be.</summary>
    Wrong,

    /// <summary>Could not be found out.</summary>
    Unknown,
}

/// <summary>The result of one check.</summary>
/// <param name="Verdict">What it came to.</param>
/// <param name="Seen">What was seen, in one line.</param>
/// <param name="Remedy">How to mend it; null when nothing is wrong.</param>
/// <param name="ExitCode">What the process should end with, one of <see cref="Cli.ExitCode"/>.</param>
internal sealed record Finding(Verdict Verdict, string Seen, string? Remedy = null, int ExitCode = ExitCode.Fine)
{
    /// <summary>All is well.</summary>
    public static Finding Right(string seen) => new(Verdict.Right, seen);

    /// <summary>Something is to be mended.</summary>
    public static Finding Wrong(int exitCode, string seen, string remedy) => new(Verdict.Wrong, seen, remedy, exitCode);

    /// <summary>There is nothing to judge by.</summary>
    public static Finding Unknown(string seen) => new(Verdict.Unknown, seen);
}

/// <summary>One thing the doctor looks at.</summary>
internal interface IExamination
{
    /// <summary>What it is about, in a word or two.</summary>
    string Subject { get; }

    /// <summary>Whether it makes no sense while Discord cannot be reached.</summary>
    bool NeedsDiscord { get; }

    /// <summary>Looks. What it throws becomes an unknown result.</summary>
    Task<Finding> ExamineAsync(CancellationToken cancellationToken);
}
