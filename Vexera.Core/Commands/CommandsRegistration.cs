using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Components;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Registration;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Suggestions;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Core.Commands;

/// <summary>Registers the room of commands, and commands into it.</summary>
internal static class CommandsRegistration
{
    /// <summary>Adds everything that makes commands work. Needs Dispatch, State, Rest, Scheduling, Storage, Telemetry and an <see cref="IModuleSwitches"/>.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddSettings<CommandsOptions>(CommandsOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CommandsOptions>, CommandsOptionsValidator>());
        services.TryAddSingleton<CommandCatalog>();
        services.TryAddSingleton<OwnerSwitches>();
        services.AddHostedService(provider => provider.GetRequiredService<OwnerSwitches>());
        services.TryAddSingleton<CommandSwitches>();
        services.TryAddSingleton<GuildTurns>();
        services.TryAddSingleton<IGuildSettings, GuildSettingsStore>();
        services.TryAddSingleton<IUserSettings, UserSettingsStore>();
        services.TryAddSingleton<GuildPrefixes>();
        services.TryAddSingleton<GuildSwitches>();
        services.TryAddSingleton<INodeRules, NodeRuleStore>();
        services.TryAddSingleton<NodeCatalog>();
        services.TryAddSingleton<LanguageChoice>();
        AddChecks(services);
        services.TryAddSingleton<IErrorIds, RandomErrorIds>();
        services.TryAddSingleton<RunningCommands>();
        services.TryAddSingleton<SilencedChannels>();
        services.TryAddSingleton<UnknownCommand>();
        services.TryAddSingleton<GroupCommand>();
        services.TryAddSingleton<CommandRoutes>();
        services.TryAddSingleton<SlashCalls>();
        services.TryAddSingleton<CommandExecutor>();
        services.TryAddSingleton<CommandRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<CommandRunner>());
        services.AddHostedService<CommandRegistrar>();
        AddSuggestions(services);
        return services
            .AddComponents()
            .AddEventHandler<MessageCreateEvent, PrefixHandler>("Commands")
            .AddEventHandler<InteractionCreateEvent, SlashHandler>("Commands");
    }

    /// <summary>Adds a command.</summary>
    /// <typeparam name="TCommand">The command; made when it is first called.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="module">The module it is switched on and off with.</param>
    public static IServiceCollection AddCommand<TCommand>(this IServiceCollection services, string module)
        where TCommand : class, ICommand
    {
        services.AddSingleton<TCommand>();
        return services.AddSingleton(provider => new CommandEntry(
            TCommand.Definition,
            module,
            (context, cancellationToken) => provider.GetRequiredService<TCommand>().ExecuteAsync(context, cancellationToken)));
    }

    /// <summary>
    /// Says what the bot needs in guilds for what a module does beside its commands, so that <c>invite</c> asks for it. What commands
    /// need stands in their definitions.
    /// </summary>
    public static IServiceCollection AddBotPermission(this IServiceCollection services, string module, Permission permission) =>
        services.AddSingleton(new ModulePermission(module, permission));

    /// <summary>Adds a source of suggestions.</summary>
    /// <typeparam name="TSuggestions">The source, as arguments name it.</typeparam>
    public static IServiceCollection AddSuggestions<TSuggestions>(this IServiceCollection services)
        where TSuggestions : class, ISuggestions
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISuggestions, TSuggestions>());
        return services;
    }

    private static void AddSuggestions(IServiceCollection services)
    {
        services.TryAddSingleton<SuggestionExecutor>();
        services
            .AddSuggestions<CommandSuggestions>()
            .AddEventHandler<InteractionCreateEvent, SuggestionHandler>("Commands");
    }

    /// <summary>Adds a setting that guilds have values of.</summary>
    /// <typeparam name="TSetting">The setting.</typeparam>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddGuildSetting<TSetting>(this IServiceCollection services)
        where TSetting : GuildSetting => services.AddSingleton<GuildSetting, TSetting>();

    /// <summary>Adds a part to the file that a guild's settings are exported to.</summary>
    /// <typeparam name="TPart">The part.</typeparam>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddGuildSettingsPart<TPart>(this IServiceCollection services)
        where TPart : class, IGuildSettingsPart => services.AddSingleton<IGuildSettingsPart, TPart>();

    private static void AddChecks(IServiceCollection services)
    {
        services.TryAddSingleton<IBotOwners, BotOwners>();
        services.TryAddSingleton<Cooldowns>();
        services.TryAddSingleton<GuildOnlyCheck>();
        services.TryAddSingleton<SwitchedOnCheck>();
        services.TryAddSingleton<PermissionCheck>();
        services.TryAddSingleton<CooldownCheck>();
        services.TryAddSingleton<ArgumentsCheck>();
        services.TryAddSingleton<UserLookup>();
        services.TryAddSingleton<TargetFoundCheck>();
        services.TryAddSingleton<CallerHierarchyCheck>();
        services.TryAddSingleton<BotPermissionCheck>();
        services.TryAddSingleton<BotHierarchyCheck>();
        services.TryAddSingleton<CommandChecks>();
    }
}
