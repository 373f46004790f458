using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Events;

/// <summary>MESSAGE_CREATE: a message was posted.</summary>
/// <param name="Message">The message; in a guild with its author's membership.</param>
internal sealed record MessageCreateEvent(Message Message);

/// <summary>INTERACTION_CREATE: a person used a command or component.</summary>
/// <param name="Interaction">What was done.</param>
internal sealed record InteractionCreateEvent(Interaction Interaction);

/// <summary>GUILD_CREATE: a guild after READY, newly joined, or available again.</summary>
/// <param name="Guild">The guild with channels, roles and the bot's membership.</param>
internal sealed record GuildCreateEvent(Guild Guild);
