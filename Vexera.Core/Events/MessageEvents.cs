using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Events;

/// <summary>MESSAGE_CREATE: a message was posted.</summary>
/// <param name="Message">The message; in a guild with its author's membership.</param>
internal sealed record MessageCreateEvent(Message Message);

/// <summary>INTERACTION_CREATE: a person used a command or component.</summary>
/// <param name="Interaction">What was done.</param>
internal sealed record InteractionCreateEvent(Interaction Interaction);
