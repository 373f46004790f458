using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules.Permissions.Parts;

namespace Vexera.Core.Modules.Permissions;

/// <summary>Who may use which command in a guild: shows and changes its permission nodes.</summary>
internal sealed class PermissionsModule : IModule
{
    /// <summary>The chapter of the help.</summary>
    public static CommandCategory Category { get; } = new("permissions", PermissionsText.Category);

    /// <summary>The first word of its commands.</summary>
    public static CommandGroup Group { get; } = new("perms", PermissionsText.Group) { Aliases = ["permissions"] };

    /// <inheritdoc/>
    public string Name => "Permissions";

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddModuleSettings<PermissionsOptions>(Name)
        .AddSingleton<Subjects>()
        .AddSingleton<RuleGuard>()
        .AddSingleton<RuleProblems>()
        .AddSingleton<RuleReview>()
        .AddGuildSettingsPart<PermissionsPart>()
        .AddSingleton<RuleDesk>()
        .AddSuggestions<NodeSuggestions>()
        .AddCommand<PermsAddCommand>(Name)
        .AddCommand<PermsDenyCommand>(Name)
        .AddCommand<PermsRemoveCommand>(Name)
        .AddCommand<PermsListCommand>(Name)
        .AddCommand<PermsClearCommand>(Name)
        .AddCommand<PermsNodesCommand>(Name)
        .AddCommand<PermsExplainCommand>(Name)
        .AddEventHandler<GuildRoleDeleteEvent, DeletedRoleHandler>(Name);
}
