using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Commands.Definitions;

/// <summary>What the bot needs in a guild for what a module does beside its commands.</summary>
/// <param name="Module">The module.</param>
/// <param name="Permission">The permissions.</param>
internal sealed record ModulePermission(string Module, Permission Permission);
