namespace Vexera.Host.Cli;

/// <summary>Where the program speaks to a person.</summary>
/// <param name="Out">Answers.</param>
/// <param name="Error">What went wrong, one line each.</param>
/// <param name="IsInteractive">Whether a person looks at it, rather than a file or a program.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive = false);
