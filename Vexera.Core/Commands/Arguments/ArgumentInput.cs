using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Parsing;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>What a person gave a command, in one of the two forms.</summary>
internal abstract class ArgumentInput
{
    /// <summary>Reads one argument; to be called in the order of the definition.</summary>
    /// <param name="argument">Which one.</param>
    /// <param name="isLast">Whether no other follows.</param>
    public abstract Reading Read(Argument argument, bool isLast);

    /// <summary>A word that no argument took; null when all were.</summary>
    public abstract string? Leftover();
}

/// <summary>What follows a command's name in a message.</summary>
/// <param name="line">The text.</param>
/// <param name="scope">What ids can be looked up in.</param>
internal sealed class PrefixInput(string line, ArgumentScope scope) : ArgumentInput
{
    private readonly WordReader _words = new(line);

    /// <inheritdoc/>
    public override Reading Read(Argument argument, bool isLast) => argument.Read(_words, isLast, scope);

    /// <inheritdoc/>
    public override string? Leftover() => _words.Peek()?.Value;
}

/// <summary>The options of an interaction.</summary>
/// <param name="options">The options given.</param>
/// <param name="scope">What ids can be looked up in.</param>
internal sealed class SlashInput(IReadOnlyList<InteractionOption> options, ArgumentScope scope) : ArgumentInput
{
    /// <summary>The option that is being typed, where Discord asks for suggestions.</summary>
    public InteractionOption? Focused => options.FirstOrDefault(option => option.Focused);

    /// <inheritdoc/>
    public override Reading Read(Argument argument, bool isLast) =>
        options.FirstOrDefault(option => option.Name == argument.Name) is { } given ? argument.Read(given, scope) : Reading.Absent;

    /// <inheritdoc/>
    public override string? Leftover() => null;
}
