using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Vexera.Tests.Host.Configuration;

/// <summary>The summaries that stand in the source, as the compiler writes them beside the assembly.</summary>
internal sealed partial class XmlSummaries
{
    private readonly Dictionary<string, string> _summaries;

    public XmlSummaries(params IEnumerable<Assembly> assemblies)
    {
        _summaries = assemblies.SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
            .Where(member => member.Element("summary") is not null)
            // The generator of regular expressions writes the same class into each assembly.
            .DistinctBy(member => member.Attribute("name")!.Value)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!));
    }

    /// <summary>The summary of a class; empty when it has none.</summary>
    public string Of(Type type) => _summaries.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}", "");

    /// <summary>The summary of a property; empty when it has none.</summary>
    public string Of(PropertyInfo property) =>
        _summaries.GetValueOrDefault($"P:{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}", "");

    private static string Text(XElement summary)
    {
        foreach (var reference in summary.Descendants("see").ToList())
            reference.ReplaceWith((reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("href"))!.Value.Split('.', ':')[^1]);
        return Spaces().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
