using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Parsing;
using Vexera.Core.Commands.Suggestions;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Definitions;

/// <summary>One argument of a command.</summary>
/// <param name="name">The slash option's name and the placeholder in the usage line.</param>
/// <param name="description">One line, at most 100 characters.</param>
/// <param name="required">Whether the command makes no sense without it.</param>
internal abstract class Argument(string name, Text description, bool required)
{
    /// <summary>The slash option's name and the placeholder in the usage line.</summary>
    public string Name { get; } = name;

    /// <summary>One line, at most 100 characters.</summary>
    public Text Description { get; } = description;

    /// <summary>Whether the command makes no sense without it.</summary>
    public bool Required { get; } = required;

    /// <summary>The <see cref="ISuggestions"/> that offers values in the slash form; null for none. For text without choices only.</summary>
    public Type? SuggestedBy { get; init; }

    /// <summary>Whether it takes everything that is left on the line.</summary>
    public abstract bool TakesTheRest { get; }

    /// <summary>What a value may be, to stand after "allowed is".</summary>
    public abstract Text Allowed { get; }

    /// <summary>A value that would do.</summary>
    public abstract string Example { get; }

    /// <summary><c>&lt;name&gt;</c>, <c>[name]</c>, or the choices in such brackets.</summary>
    public string Usage => Required ? $"<{Placeholder}>" : $"[{Placeholder}]";

    /// <summary>What stands between the brackets of <see cref="Usage"/>.</summary>
    protected abstract string Placeholder { get; }

    /// <summary>Reads the value from a line.</summary>
    /// <param name="words">The line from here on.</param>
    /// <param name="isLast">Whether no other argument could take a word that this one does not understand.</param>
    /// <param name="scope">What names and ids can be looked up in.</param>
    public abstract Reading Read(WordReader words, bool isLast, ArgumentScope scope);

    /// <summary>Reads the value from a slash option.</summary>
    public abstract Reading Read(InteractionOption option, ArgumentScope scope);

    /// <summary>Finishes a value that was understood, where that takes asking Discord.</summary>
    /// <param name="reading">What <see cref="Read(WordReader, bool, ArgumentScope)"/> gave.</param>
    /// <param name="guildId">The guild; null in direct messages.</param>
    /// <param name="users">Finds accounts and members.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<Reading> CompleteAsync(
        Reading reading, Snowflake? guildId, UserLookup users, CancellationToken cancellationToken);

    /// <summary>The option to register with Discord.</summary>
    public abstract ApplicationCommandOption Declare();
}

/// <summary>One argument of a command, with the type of its value.</summary>
/// <typeparam name="T">What the command receives.</typeparam>
internal sealed class Argument<T> : Argument
    where T : notnull
{
    private readonly ArgumentType<T> _type;

    /// <param name="name">The slash option's name and the placeholder in the usage line.</param>
    /// <param name="description">One line, at most 100 characters.</param>
    /// <param name="type">How it is read.</param>
    /// <param name="required">Whether the command makes no sense without it.</param>
    public Argument(string name, Text description, ArgumentType<T> type, bool required = true)
        : base(name, description, required) => _type = type;

    /// <inheritdoc/>
    public override bool TakesTheRest => _type.TakesTheRest;

    /// <inheritdoc/>
    public override Text Allowed => _type.Allowed;

    /// <inheritdoc/>
    public override string Example => _type.Example;

    /// <inheritdoc/>
    protected override string Placeholder => _type.Placeholder ?? (TakesTheRest ? Name + "…" : Name);

    /// <inheritdoc/>
    public override Reading Read(WordReader words, bool isLast, ArgumentScope scope)
    {
        if (_type.TryFind(scope, out var found))
            return Reading.Of(found);
        if (words.Peek() is not { } word)
            return Reading.Absent;
        if (!Required && !isLast && (word.Quoted || !_type.Claims(word.Value)))
            return Reading.Absent;
        var text = _type.Take(words);
        return _type.TryParse(text, scope, out var value) ? Reading.Of(value) : Reading.Refused(text);
    }

    /// <inheritdoc/>
    public override Reading Read(InteractionOption option, ArgumentScope scope)
    {
        var text = option.Value is { } given ? JsonText.Of(given) : "";
        return _type.TryParseOption(text, scope, out var value) ? Reading.Of(value) : Reading.Refused(text);
    }

    /// <inheritdoc/>
    public override ValueTask<Reading> CompleteAsync(
        Reading reading, Snowflake? guildId, UserLookup users, CancellationToken cancellationToken) =>
        reading.Value is T value ? _type.CompleteAsync(value, guildId, users, cancellationToken) : ValueTask.FromResult(reading);

    /// <inheritdoc/>
    public override ApplicationCommandOption Declare() => _type.Declare(new ApplicationCommandOption
    {
        Type = _type.SlashType,
        Name = Name,
        Description = Description.In(System.Globalization.CultureInfo.InvariantCulture),
        Required = Required ? true : null,
        Autocomplete = SuggestedBy is null ? null : true,
    });
}
