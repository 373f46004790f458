using Microsoft.Extensions.DependencyInjection;
using Vexera.Core;
using Vexera.Host.Configuration;
using Vexera.Host.Control;
using Vexera.Host.Dashboard;
using Vexera.Host.Telemetry;

namespace Vexera.Tests.Host.Configuration;

/// <summary>What the rooms of the bot and its host declare.</summary>
internal static class DeclaredSettings
{
    public static IReadOnlyList<(string Path, SettingNode Node)> All() =>
        [.. new ServiceCollection().AddVexera().AddControl().AddDashboard().AddExporters()
            .Select(service => service.ImplementationInstance)
            .OfType<SettingsSection>()
            .OrderBy(section => section.Path, StringComparer.Ordinal)
            .Select(section => (section.Path, SettingNode.Of(section.Path, section.OptionsType)))];
}
