using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Intents;

namespace Vexera.Core.Modules.Moderation;

/// <summary>Warnings, mutes, kicks and bans, and the cases that keep them.</summary>
internal sealed class ModerationModule : IModule
{
    /// <summary>The module's name.</summary>
    public const string ModuleName = "Moderation";

    /// <summary>The chapter of the help.</summary>
    public static CommandCategory Category { get; } = new("moderation", ModerationText.Category);

    /// <inheritdoc/>
    public string Name => ModuleName;

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => services
        .AddModuleSettings<ModerationOptions>(Name)
        .AddSingleton<TargetLocks>()
        .AddSingleton<CaseFeed>()
        .AddSingleton<CaseStore>()
        .AddSingleton<CaseLedger>()
        .AddSingleton<IntentStore>();
}
