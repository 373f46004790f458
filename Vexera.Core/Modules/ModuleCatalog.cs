using Vexera.Core.Modules.Alerts;
using Vexera.Core.Modules.Announcements;
using Vexera.Core.Modules.Basics;
using Vexera.Core.Modules.Cache;
using Vexera.Core.Modules.Greeting;
using Vexera.Core.Modules.Moderation;
using Vexera.Core.Modules.Permissions;
using Vexera.Core.Modules.Settings;
using Vexera.Core.Modules.Shards;
using Vexera.Core.Modules.Switches;

namespace Vexera.Core.Modules;

/// <summary>Every module there is, one line each.</summary>
internal static class ModuleCatalog
{
    /// <summary>The modules in the order of the help.</summary>
    public static IReadOnlyList<IModule> All { get; } =
    [
        new BasicsModule(),
        new ModerationModule(),
        new PermissionsModule(),
        new GreetingModule(),
        new ShardsModule(),
        new CacheModule(),
        new AlertsModule(),
        new AnnouncementsModule(),
        new SwitchesModule(),
        new SettingsModule(),
    ];
}
