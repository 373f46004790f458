using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Settings;

/// <summary>
/// Changes that are made of what a guild has set before, such as its switches, its permission rules and an import of everything,
/// take turns: one at a time for each guild.
/// </summary>
internal sealed class GuildTurns : KeyedTurns<Snowflake>;
