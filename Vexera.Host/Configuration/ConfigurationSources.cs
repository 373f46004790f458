namespace Vexera.Host.Configuration;

/// <summary>
/// Where settings come from; later ones win: the settings file, user secrets, the environment (DISCORD_TOKEN, then any setting
/// by its path with two underscores for each colon), the command line.
/// </summary>
/// <param name="file">The settings file.</param>
/// <param name="overrides">What the command line says, by path.</param>
internal sealed class ConfigurationSources(AppSettingsFile file, IReadOnlyDictionary<string, string?> overrides)
{
    private const string TokenVariable = "DISCORD_TOKEN";

    /// <summary>The settings file.</summary>
    public AppSettingsFile File { get; } = file;

    /// <summary>Reads all sources anew.</summary>
    /// <exception cref="UnreadableSettingsException">A file holds no settings.</exception>
    public ConfigurationManager Load()
    {
        var configuration = new ConfigurationManager();
        IConfigurationBuilder builder = configuration;
        var (name, keys) = File.Read();
        builder.Add(new SettingsProvider(name, keys, isFile: true));
        AddUserSecrets(builder);
        if (Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token)
            builder.Add(new SettingsProvider(ConfigurationText.FromEnvironment, new Dictionary<string, string?> { ["Discord:Token"] = token }));
        builder.AddEnvironmentVariables();
        builder.Add(new SettingsProvider(ConfigurationText.FromCommandLine, overrides.ToDictionary()));
        return configuration;
    }

    private static void AddUserSecrets(IConfigurationBuilder builder)
    {
        try
        {
            builder.AddUserSecrets(typeof(ConfigurationSources).Assembly, optional: true, reloadOnChange: false);
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableSettingsException(e.Message, e);
        }
    }
}
