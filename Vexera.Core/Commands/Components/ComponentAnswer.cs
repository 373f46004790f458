using Vexera.Core.Commands.Replies;

namespace Vexera.Core.Commands.Components;

/// <summary>What the use of a component is answered with: a change of its message, a note to whoever used it, both or neither.</summary>
internal sealed record ComponentAnswer
{
    /// <summary>No sign of anything.</summary>
    public static ComponentAnswer Nothing { get; } = new();

    /// <summary>What the message becomes; null to leave it.</summary>
    public Reply? Message { get; private init; }

    /// <summary>Whether the message loses its components and keeps the rest.</summary>
    public bool TakesComponentsAway { get; private init; }

    /// <summary>What only whoever used it reads, beside the message; null for nothing.</summary>
    public Reply? Note { get; private init; }

    /// <summary>The message becomes another.</summary>
    public static ComponentAnswer Replace(Reply message) => new() { Message = message };

    /// <summary>The message keeps what it says and loses its components.</summary>
    public static ComponentAnswer Close() => new() { TakesComponentsAway = true };

    /// <summary>The message stays, and whoever used the component reads a note.</summary>
    public static ComponentAnswer Tell(Reply note) => Nothing.AndTell(note);

    /// <summary>The same, and whoever used the component reads a note.</summary>
    public ComponentAnswer AndTell(Reply note) => this with { Note = note with { Ephemeral = true } };

    /// <summary>The same with other wording, as long as it must be.</summary>
    public ComponentAnswer With(Reply? message, Reply? note) => this with { Message = message, Note = note };
}
