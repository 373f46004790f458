using Vexera.Core.Discord;

namespace Vexera.Core.State;

/// <summary>What an event did to State, to be handed to handlers.</summary>
/// <param name="Event">The event, with what State knows of it.</param>
/// <param name="GuildId">The guild it belongs to, or null.</param>
/// <param name="Before">The guild's state before; null when unknown.</param>
/// <param name="After">The guild's state after; the same object as <paramref name="Before"/> when nothing changed.</param>
/// <param name="Raised">Events that follow from this one, in order; null for none.</param>
internal readonly record struct StateChange(
    object Event,
    Snowflake? GuildId = null,
    GuildState? Before = null,
    GuildState? After = null,
    IReadOnlyList<StateChange>? Raised = null);
