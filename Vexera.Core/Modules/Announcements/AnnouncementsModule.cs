using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Core.Modules.Announcements;

/// <summary>For the owner: announcements and incidents for the servers that follow the bot's announcement channel.</summary>
internal sealed class AnnouncementsModule : IModule
{
    /// <summary>The module's name.</summary>
    public const string ModuleName = "Announcements";

    /// <summary>The chapter of the help.</summary>
    public static CommandCategory Category { get; } = new("announcements", AnnouncementsText.Category);

    /// <inheritdoc/>
    public string Name => ModuleName;

    /// <inheritdoc/>
    public void Register(IServiceCollection services) => AddAnnouncer(services)
        .AddSingleton<AnnouncementAnswers>()
        .AddSingleton<AnnouncementWorker>()
        .AddHostedService(provider => provider.GetRequiredService<AnnouncementWorker>())
        .AddCommand<AnnounceCommand>(Name)
        .AddCommand<StatusCommand>(Name);

    /// <summary>
    /// Adds <see cref="IAnnouncer"/> and <see cref="IIncidents"/> alone, for a process that is not the bot. Needs Storage, Rest,
    /// Telemetry and Monitoring.
    /// </summary>
    public static IServiceCollection AddAnnouncer(IServiceCollection services) => services
        .AddModuleSettings<AnnouncementsOptions>(ModuleName)
        .AddSingleton<AnnouncementStore>()
        .AddSingleton<AnnouncementPost>()
        .AddSingleton<AnnouncementDelivery>()
        .AddSingleton<AnnouncementWording>()
        .AddSingleton<Announcer>()
        .AddSingleton<IAnnouncer>(provider => provider.GetRequiredService<Announcer>())
        .AddSingleton<IIncidents>(provider => provider.GetRequiredService<Announcer>());
}
