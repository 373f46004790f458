using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Commands.Parsing;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>How one kind of value is read, in both forms of a command. A new kind is one class.</summary>
/// <typeparam name="T">What the command receives.</typeparam>
internal abstract class ArgumentType<T>
    where T : notnull
{
    /// <summary>What Discord shows a person who fills in the slash form.</summary>
    public abstract CommandOptionType SlashType { get; }

    /// <summary>What a value may be, to stand after "allowed is".</summary>
    public abstract Text Allowed { get; }

    /// <summary>A value that would do.</summary>
    public abstract string Example { get; }

    /// <summary>What stands for the value in the usage line, where that is not the argument's name.</summary>
    public virtual string? Placeholder => null;

    /// <summary>Whether it takes everything that is left on the line.</summary>
    public virtual bool TakesTheRest => false;

    /// <summary>Reads a value, whole: a word of the line, or a slash option's value.</summary>
    public abstract bool TryParse(string text, ArgumentScope scope, [MaybeNullWhen(false)] out T value);

    /// <summary>Reads a slash option's value where that differs from a word of the line.</summary>
    public virtual bool TryParseOption(string text, ArgumentScope scope, [MaybeNullWhen(false)] out T value) =>
        TryParse(text, scope, out value);

    /// <summary>Finishes a value that <see cref="TryParse"/> understood, where that takes asking Discord.</summary>
    /// <param name="value">What it gave.</param>
    /// <param name="guildId">The guild; null in direct messages.</param>
    /// <param name="users">Finds accounts and members.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual ValueTask<Reading> CompleteAsync(
        T value, Snowflake? guildId, UserLookup users, CancellationToken cancellationToken) => ValueTask.FromResult(Reading.Of(value));

    /// <summary>Finds a value that stands beside the line instead of on it, as a file that was sent along does.</summary>
    public virtual bool TryFind(ArgumentScope scope, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }

    /// <summary>
    /// Whether a word looks meant for this argument, even if it is wrong. An optional argument lets other words pass to the
    /// arguments after it.
    /// </summary>
    public virtual bool Claims(string word) => true;

    /// <summary>Takes from the line what <see cref="TryParse"/> shall read; something is left when this is called.</summary>
    public virtual string Take(WordReader words) => words.Next()!.Value.Value;

    /// <summary>Adds limits and choices to the option registered with Discord.</summary>
    public virtual ApplicationCommandOption Declare(ApplicationCommandOption option) => option;
}
