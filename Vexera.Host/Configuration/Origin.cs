using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Vexera.Host.Configuration;

/// <summary>Says where a setting's value comes from, so that a person knows where to mend it.</summary>
internal static class Origin
{
    /// <summary>The last source that says something at <paramref name="path"/>.</summary>
    public static string Of(IConfigurationRoot configuration, string path) =>
        configuration.Providers.Reverse().FirstOrDefault(provider => Speaks(provider, path)) switch
        {
            SettingsProvider named => named.Name,
            JsonConfigurationProvider => ConfigurationText.FromUserSecrets,
            EnvironmentVariablesConfigurationProvider => ConfigurationText.FromEnvironment,
            _ => ConfigurationText.FromDefault,
        };

    /// <summary>Whether the source is a file that holds settings and nothing else.</summary>
    public static bool IsFile(IConfigurationProvider provider) =>
        provider is SettingsProvider { IsFile: true } or JsonConfigurationProvider;

    private static bool Speaks(IConfigurationProvider provider, string path) =>
        provider.TryGet(path, out _) || provider.GetChildKeys([], path).Any();
}
