using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Components;

/// <summary>One use of a button or select.</summary>
internal sealed record ComponentContext
{
    /// <summary>
    /// Who, where and in which language: as if the command that the component belongs to were called there now by whoever uses it.
    /// The cause is the interaction.
    /// </summary>
    public required CommandContext Call { get; init; }

    /// <summary>The component's whole id, as Discord sent it.</summary>
    public required string CustomId { get; init; }

    /// <summary>The id in its parts; without a name when it cannot be read.</summary>
    public ComponentId Id => ComponentId.TryParse(CustomId, out var id) ? id : default;

    /// <summary>What the component's id says after name and caller.</summary>
    public string Payload => Id.Payload;

    /// <summary>What was chosen in a select: its values, or ids of users, roles or channels.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What those ids stand for.</summary>
    public ResolvedData Resolved { get; init; } = new();

    /// <summary>The message that the component belongs to.</summary>
    public required Message Message { get; init; }
}
