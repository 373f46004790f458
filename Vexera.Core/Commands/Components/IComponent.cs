namespace Vexera.Core.Commands.Components;

/// <summary>
/// Answers the use of one kind of button or select. It keeps nothing in memory between a message and its use: a restart may lie
/// between them, and one use may come twice.
/// </summary>
internal interface IComponent
{
    /// <summary>What it is called, and what its use takes.</summary>
    static abstract ComponentDefinition Definition { get; }

    /// <summary>Does what the use of it means, for somebody who may use it.</summary>
    /// <param name="context">Who, where, and which.</param>
    /// <param name="cancellationToken">Signalled when it has run too long and when the bot stops.</param>
    ValueTask<ComponentAnswer> UseAsync(ComponentContext context, CancellationToken cancellationToken);
}
