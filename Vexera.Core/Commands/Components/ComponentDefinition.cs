namespace Vexera.Core.Commands.Components;

/// <summary>One kind of button or select.</summary>
internal sealed record ComponentDefinition
{
    /// <summary>What <see cref="ComponentId.Name"/> says: 1–30 of a–z, 0–9 and -; never changed, since old messages say it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The full name of the command that it belongs to: who uses it must be allowed to use that, and it must be switched on. Null when
    /// only the module's switch counts.
    /// </summary>
    public string? Command { get; init; }

    /// <summary>Whether the message loses its components also when its use fails.</summary>
    public bool SingleUse { get; init; }

    /// <summary>The id of one of them.</summary>
    /// <param name="caller">Who may use it; null for anyone.</param>
    /// <param name="payload">What the handler needs to know.</param>
    public string IdFor(Discord.Snowflake? caller, string payload) => new ComponentId(Name, caller, payload).ToString();
}
