namespace Vexera.Core.Commands.Parsing;

/// <summary>One word of what a person typed.</summary>
/// <param name="Value">The word without quotes, escapes and invisible characters around it.</param>
/// <param name="End">Where the line goes on after it.</param>
/// <param name="Quoted">Whether it stood in quotes, and so is text whatever it looks like.</param>
internal readonly record struct Word(string Value, int End, bool Quoted);
