using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Core.Modules.Basics;

/// <summary>What every bot has: help, and news of itself.</summary>
internal sealed class BasicsModule : IModule
{
    /// <summary>The chapter of the help.</summary>
    public static CommandCategory Category { get; } = new("basics", BasicsText.Category);

    /// <inheritdoc/>
    public string Name => "Basics";

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddModuleSettings<BasicsOptions>(Name)
        .AddGuildSetting<PrefixSetting>()
        .AddGuildSetting<LocaleSetting>()
        .AddCommand<HelpCommand>(Name)
        .AddCommand<PingCommand>(Name)
        .AddCommand<AboutCommand>(Name)
        .AddCommand<HealthCommand>(Name)
        .AddCommand<NodeInfoCommand>(Name)
        .AddCommand<InviteCommand>(Name)
        .AddCommand<SupportCommand>(Name)
        .AddCommand<PrefixCommand>(Name)
        .AddCommand<LocaleCommand>(Name)
        .AddCommand<UserLocaleCommand>(Name);
}
