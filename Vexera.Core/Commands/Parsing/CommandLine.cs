namespace Vexera.Core.Commands.Parsing;

/// <summary>The part of a message that follows the prefix.</summary>
/// <param name="Name">What should be a command's name; empty when nothing follows.</param>
/// <param name="Rest">What follows the name.</param>
internal readonly record struct CommandLine(string Name, string Rest)
{
    /// <summary>Splits a message.</summary>
    /// <param name="content">The whole message.</param>
    /// <param name="start">Where the prefix ends.</param>
    public static CommandLine Of(string content, int start)
    {
        var line = content[start..];
        var name = new WordReader(line).Peek();
        return name is { } word ? new CommandLine(word.Value, line[word.End..]) : new CommandLine("", "");
    }
}
