using System.Xml.Linq;
using Vexera.Core.Commands.Languages;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Languages;

/// <summary>The .resx files of what people read in Discord, as they stand in the repository.</summary>
internal static class ResourceFiles
{
    // For the operator, at the console and in logs.
    private static readonly string[] EnglishOnly = ["Vexera.Core/Gateway/Fleet/FatalClosesText"];

    /// <summary>The sets, by path without ending: <c>Vexera.Core/Commands/CommandsText</c>.</summary>
    public static IReadOnlyList<string> Sets { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "Vexera.Core"), "*.resx", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file)[..^".resx".Length].Replace('\\', '/'))
            .Where(name => !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal))
            .Where(name => !Path.GetFileName(name).Contains('.', StringComparison.Ordinal))
            .Except(EnglishOnly)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What a set says in a language, by key; null when there is no file.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string set, Language language)
    {
        var ending = language == LanguageCatalog.English ? ".resx" : $".{language.Code}.resx";
        var file = Path.Combine(RepositoryRoot.Path, set + ending);
        return File.Exists(file)
            ? XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value)
            : null;
    }
}
