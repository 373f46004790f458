using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Suggestions;

namespace Vexera.Core.Modules.Permissions;

/// <summary>Offers the nodes there are while somebody types one.</summary>
/// <param name="catalog">The nodes.</param>
internal sealed class NodeSuggestions(NodeCatalog catalog) : ISuggestions
{
    /// <inheritdoc/>
    public ValueTask<IEnumerable<Suggestion>> SuggestAsync(CommandContext context, string typed, CancellationToken cancellationToken) =>
        ValueTask.FromResult(SuggestionMatch.Of(typed, catalog.All, node => node.Text).Select(node => new Suggestion(node.Text)));
}
