using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Components;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.AuditLog;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Cleaning;
using Vexera.Core.Modules.Moderation.Commands;
using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Modules.Moderation.Escalation;
using Vexera.Core.Modules.Moderation.Intents;
using Vexera.Core.Modules.Moderation.ModLog;
using Vexera.Core.Modules.Moderation.Parts;
using Vexera.Core.Scheduling;

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
    public void Register(IServiceCollection services)
    {
        services.AddModuleSettings<ModerationOptions>(Name);
        AddCases(services);
        AddActions(services);
        AddLater(services);
        AddModLog(services);
        AddAuditLog(services);
        AddModerationCommands(services);
    }

    private static void AddCases(IServiceCollection services) => services
        .AddSingleton<TargetLocks>()
        .AddSingleton<CaseFeed>()
        .AddSingleton<CaseStore>()
        .AddSingleton<CaseLedger>()
        .AddSingleton<EscalationStore>()
        .AddSingleton<EscalationCounter>()
        .AddSingleton<IntentStore>()
        .AddSingleton<IntentEvidence>()
        .AddSingleton<IntentReconciler>();

    private static void AddActions(IServiceCollection services) => services
        .AddSingleton<DiscordActions>()
        .AddSingleton<TargetNotice>()
        .AddSingleton<ActionExecutor>()
        .AddSingleton<Escalator>()
        .AddSingleton<Cleaner>();

    private void AddLater(IServiceCollection services) => services
        .AddSingleton<ModerationWork>()
        .AddSingleton<PunishmentEnds>()
        .AddDueWork<BanEndHandler>(Name)
        .AddDueWork<MuteHandler>(Name)
        .AddDueWork<IntentHandler>(Name)
        .AddDueWork<EscalationHandler>(Name)
        .AddEventHandler<GuildMemberAddEvent, RejoinHandler>(Name);

    private void AddModLog(IServiceCollection services) => services
        .AddSingleton<ModLogChannel>()
        .AddSingleton<ModLogStore>()
        .AddSingleton<ModLogQueue>()
        .AddSingleton<ICaseWatcher>(provider => provider.GetRequiredService<ModLogQueue>())
        .AddSingleton<ModLogMessage>()
        .AddSingleton<ModLogPoster>()
        .AddSingleton<ModLogWorker>()
        .AddHostedService(provider => provider.GetRequiredService<ModLogWorker>())
        .AddEventHandler<ChannelDeleteEvent, ModLogEnd>(Name)
        .AddCommand<ModLogCommand>(Name)
        .AddGuildSettingsPart<ModerationPart>();

    private void AddAuditLog(IServiceCollection services) => services
        .AddBotPermission(Name, Permission.ViewAuditLog)
        .AddSingleton<AuditAccess>()
        .AddSingleton<AuditNames>()
        .AddSingleton<AuditStore>()
        .AddSingleton<AuditMerge>()
        .AddSingleton<BanReview>()
        .AddHostedService(provider => provider.GetRequiredService<AuditCatchUp>())
        .AddEventHandler<GuildCreateEvent, AuditCatchUp>(Name)
        .AddEventHandler<AuditLogEntryCreateEvent, AuditLogHandler>(Name)
        .AddEventHandler<GuildBanAddEvent, AuditLogHandler>(Name)
        .AddEventHandler<GuildBanRemoveEvent, AuditLogHandler>(Name);

    private void AddModerationCommands(IServiceCollection services) => services
        .AddSingleton<ActionDesk>()
        .AddSingleton<InfractionsPage>()
        .AddComponent<InfractionsTurn>(Name)
        .AddCommand<WarnCommand>(Name)
        .AddCommand<MuteCommand>(Name)
        .AddCommand<UnmuteCommand>(Name)
        .AddCommand<KickCommand>(Name)
        .AddCommand<BanCommand>(Name)
        .AddCommand<SoftbanCommand>(Name)
        .AddCommand<UnbanCommand>(Name)
        .AddCommand<VoiceKickCommand>(Name)
        .AddCommand<CleanCommand>(Name)
        .AddCommand<CaseCommand>(Name)
        .AddCommand<InfractionsCommand>(Name)
        .AddCommand<ReasonCommand>(Name)
        .AddCommand<DeleteCaseCommand>(Name)
        .AddCommand<EscalationAddCommand>(Name)
        .AddCommand<EscalationListCommand>(Name)
        .AddCommand<EscalationRemoveCommand>(Name);
}
