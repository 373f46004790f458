using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Suggestions;

/// <summary>Commands and groups of commands that the caller may use, with what they do in the caller's language.</summary>
/// <param name="catalog">The commands there are.</param>
/// <param name="checks">Which of them the caller may use.</param>
internal sealed class CommandSuggestions(CommandCatalog catalog, CommandChecks checks) : ISuggestions
{
    /// <inheritdoc/>
    public async ValueTask<IEnumerable<Suggestion>> SuggestAsync(CommandContext context, string typed, CancellationToken cancellationToken)
    {
        var usable = await checks.UsableAsync(catalog.All, context, cancellationToken);
        var names = usable.SelectMany(command => NamesOf(command.Definition)).DistinctBy(one => one.Name);
        return SuggestionMatch
            .Of(CommandNames.Normalized(typed.TrimStart('/')), names, one => one.Name)
            .Select(one => new Suggestion(one.Name, $"{one.Name} – {one.Description.In(context.Culture)}"));
    }

    private static IEnumerable<(string Name, Text Description)> NamesOf(CommandDefinition definition)
    {
        if (definition.Group is { } group)
            yield return (group.Name, group.Description);
        yield return (definition.FullName, definition.Description);
    }
}
