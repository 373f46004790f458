using Vexera.Core.Commands.Definitions;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Targets;

/// <summary>
/// The role that a command gives, takes or configures. It must be one that can be given by hand (not @everyone, not an
/// integration's) and below the highest role of the caller and of the bot.
/// </summary>
/// <param name="Argument">The argument that names the role. Where it is optional and not given, nothing is checked.</param>
internal sealed record RoleRule(Argument<Role> Argument);
