namespace Vexera.Tests.Commands.BothForms;

/// <summary>One call of a command, written as a line and as the options of the slash form.</summary>
/// <param name="Command">The full name.</param>
/// <param name="Line">What follows the name in the prefix form.</param>
/// <param name="Options">The same in the slash form; people, channels and roles by their ids as text.</param>
internal sealed record CommandSample(string Command, string Line = "", params (string Name, object Value)[] Options)
{
    /// <summary>Lines that the guild's owner writes first.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>Whether figures in the answer are of the moment, and are not compared.</summary>
    public bool FiguresVary { get; init; }

    /// <summary>Whether nothing is done and the answer says why: in the slash form for the caller only.</summary>
    public bool IsRefused { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Command} {Line}".TrimEnd();
}
