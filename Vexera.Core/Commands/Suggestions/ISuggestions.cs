using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;

namespace Vexera.Core.Commands.Suggestions;

/// <summary>
/// Offers values while a person types an argument of the slash form. An argument names it as its
/// <see cref="Argument.SuggestedBy"/>, and it is registered with <c>AddSuggestions</c>.
/// </summary>
internal interface ISuggestions
{
    /// <summary>Values that fit what is typed, the best first; those beyond Discord's limits are left out. May throw: then none are shown.</summary>
    /// <param name="context">The call as far as it is filled in; its arguments are not read yet. The caller may use the command.</param>
    /// <param name="typed">What stands in the argument so far; empty at first.</param>
    /// <param name="cancellationToken">Signalled when Discord would no longer take them.</param>
    ValueTask<IEnumerable<Suggestion>> SuggestAsync(CommandContext context, string typed, CancellationToken cancellationToken);
}

/// <summary>One value that is offered.</summary>
/// <param name="Value">What the argument becomes, 1–100 characters.</param>
/// <param name="Label">What people see, cut at 100 characters.</param>
internal sealed record Suggestion(string Value, string Label)
{
    /// <summary>A value that is shown as it is.</summary>
    public Suggestion(string value)
        : this(value, value)
    {
    }
}
