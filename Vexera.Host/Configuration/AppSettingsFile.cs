using System.Text.Json;
using Microsoft.Extensions.Configuration.Json;

namespace Vexera.Host.Configuration;

/// <summary>
/// The settings file: appsettings.json in the working directory, else the one beside the executable, else the one built into
/// it. Exactly one is read; what it does not set has its default.
/// </summary>
internal sealed class AppSettingsFile
{
    /// <summary>The name of the file, wherever it lies.</summary>
    public const string FileName = "appsettings.json";

    private const string LogSection = "NLog";
    private readonly IReadOnlyList<string> _candidates;

    /// <param name="folders">Where to look, the first one first.</param>
    public AppSettingsFile(params IReadOnlyList<string> folders) =>
        _candidates = [.. folders.Select(folder => Path.Combine(Path.GetFullPath(folder), FileName))];

    /// <summary>The file that counts; null when there is none and the built-in one does.</summary>
    public string? Locate() => _candidates.FirstOrDefault(File.Exists);

    /// <summary>Reads the file that counts.</summary>
    /// <exception cref="UnreadableSettingsException">It cannot be opened, is no JSON object, or repeats a key.</exception>
    public (string Name, IDictionary<string, string?> Keys) Read()
    {
        using var builtIn = typeof(AppSettingsFile).Assembly.GetManifestResourceStream(FileName)!;
        var defaults = Parse(builtIn, ConfigurationText.FromBuiltIn);
        if (Locate() is not { } path)
            return (ConfigurationText.FromBuiltIn, defaults);
        var keys = ReadFile(path);
        if (!keys.Keys.Any(IsLogRule))
        {
            foreach (var (key, value) in defaults.Where(entry => IsAboutLogs(entry.Key)))
                keys.TryAdd(key, value);
        }

        return (path, keys);
    }

    private static bool IsAboutLogs(string key) => key.StartsWith(LogSection + ":", StringComparison.OrdinalIgnoreCase);

    // Without rules nothing would be logged at all.
    private static bool IsLogRule(string key) => key.StartsWith(LogSection + ":rules:", StringComparison.OrdinalIgnoreCase);

    private static IDictionary<string, string?> ReadFile(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Parse(stream, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableSettingsException(ConfigurationText.CannotOpen.With(path, e.Message), e);
        }
    }

    private static IDictionary<string, string?> Parse(Stream stream, string name)
    {
        var reader = new JsonReader();
        try
        {
            reader.Load(stream);
            return reader.Keys;
        }
        catch (JsonException e)
        {
            throw new UnreadableSettingsException(ConfigurationText.MalformedJson.With(name, e.LineNumber + 1, e.BytePositionInLine + 1), e);
        }
        catch (FormatException e)
        {
            throw new UnreadableSettingsException(ConfigurationText.NotSettings.With(name, e.Message), e);
        }
    }

    private sealed class JsonReader() : JsonStreamConfigurationProvider(new JsonStreamConfigurationSource())
    {
        public IDictionary<string, string?> Keys => Data;
    }
}

/// <summary>A settings file that cannot be read; the message names the file and the line.</summary>
/// <param name="message">One line for a person.</param>
/// <param name="inner">What the reader said.</param>
internal sealed class UnreadableSettingsException(string message, Exception inner) : Exception(message, inner);
