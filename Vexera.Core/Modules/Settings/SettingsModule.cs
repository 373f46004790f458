using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Components;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Modules.Settings.Parts;

namespace Vexera.Core.Modules.Settings;

/// <summary>For those who manage a server: what it has set, as a page and as a file, and which commands are off there.</summary>
internal sealed class SettingsModule : IModule
{
    /// <summary>The chapter of the help.</summary>
    public static CommandCategory Category { get; } = new("server", SettingsText.Category);

    /// <summary>The first word of its commands.</summary>
    public static CommandGroup Group { get; } = new("settings", SettingsText.Group);

    /// <inheritdoc/>
    public string Name => "Settings";

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddModuleSettings<SettingsOptions>(Name)
        .AddGuildSettingsPart<ValuesPart>()
        .AddGuildSettingsPart<DisabledCommandsPart>()
        .AddSingleton<SettingsFile>()
        .AddSingleton<SwitchDesk>()
        .AddCommand<ShowCommand>(Name)
        .AddCommand<EnableCommand>(Name)
        .AddCommand<DisableCommand>(Name)
        .AddCommand<ExportCommand>(Name)
        .AddCommand<ImportCommand>(Name)
        .AddConfirmation<ImportCommand>();
}
