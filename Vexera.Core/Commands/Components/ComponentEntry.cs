namespace Vexera.Core.Commands.Components;

/// <summary>Answers the use of a component.</summary>
internal delegate ValueTask<ComponentAnswer> ComponentUse(ComponentContext context, CancellationToken cancellationToken);

/// <summary>A component as it stands in the catalog.</summary>
/// <param name="Definition">What it is called, and what its use takes.</param>
/// <param name="Module">The module it belongs to, and is switched on and off with.</param>
/// <param name="Use">Answers its use.</param>
internal sealed record ComponentEntry(ComponentDefinition Definition, string Module, ComponentUse Use);
