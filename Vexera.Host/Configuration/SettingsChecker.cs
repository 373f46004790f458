using System.Globalization;
using Vexera.Core;

namespace Vexera.Host.Configuration;

/// <summary>Finds everything that is wrong with a configuration, at once.</summary>
/// <param name="sections">What the rooms declared.</param>
/// <param name="services">Where rules across values are found.</param>
internal sealed class SettingsChecker(IEnumerable<SettingsSection> sections, IServiceProvider services)
{
    private static readonly string[] OpenSections = ["NLog", "$schema"];

    /// <summary>All problems: errors in the order of the sections, then warnings about unknown keys.</summary>
    /// <param name="configuration">What to check; need not be the one in use.</param>
    public IReadOnlyList<SettingProblem> Check(IConfigurationRoot configuration)
    {
        var known = sections.Select(section => (section.Path, Node: SettingNode.Of(section.Path, section.OptionsType), section)).ToList();
        var problems = new List<SettingProblem>();
        foreach (var (path, node, section) in known)
            problems.AddRange(CheckSection(configuration, path, node, section));
        var keys = new UnknownKeys(configuration, known.ConvertAll(entry => (entry.Path, entry.Node)), OpenSections);
        problems.AddRange(keys.Find());
        return problems;
    }

    private List<SettingProblem> CheckSection(IConfigurationRoot root, string path, SettingNode node, SettingsSection section)
    {
        var configured = root.GetSection(path);
        var problems = new List<SettingProblem>();
        CheckNode(root, configured, node, problems);
        if (problems.Count > 0)
            return problems;
        var options = configured.Get(section.OptionsType) ?? Activator.CreateInstance(section.OptionsType)!;
        problems.AddRange(section.CrossCheck(services, options).Select(failure => new SettingProblem(true, $"{path}: {failure}")));
        return problems;
    }

    private static void CheckNode(IConfigurationRoot root, IConfigurationSection at, SettingNode node, List<SettingProblem> problems)
    {
        switch (node.Kind)
        {
            case SettingKind.Value:
                CheckValue(root, at, node, problems);
                return;
            case SettingKind.Group:
                foreach (var child in node.Children)
                    CheckNode(root, at.GetSection(child.Name), child, problems);
                return;
            default:
                foreach (var child in at.GetChildren())
                    CheckNode(root, child, node.Element!, problems);
                return;
        }
    }

    private static void CheckValue(IConfigurationRoot root, IConfigurationSection at, SettingNode node, List<SettingProblem> problems)
    {
        var isSet = at.Value is not null || at.GetChildren().Any();
        string? complaint = null;
        if (!TryRead(at, node, isSet, out var value) || (complaint = node.Complaint(value, at.Path)) is not null)
            problems.Add(new SettingProblem(true, complaint is { Length: > 0 } ? complaint : Explain(root, at, node, value)));
    }

    private static string Explain(IConfigurationRoot root, IConfigurationSection at, SettingNode node, object? value)
    {
        var allowed = Allowed.Describe(node);
        if (value is null && string.IsNullOrEmpty(at.Value) && !at.GetChildren().Any())
            return MissingText(at.Path).With(at.Path, allowed);
        var shown = node.IsSecret ? ConfigurationText.Redacted : Quote(at.Value);
        return ConfigurationText.NotAllowed.With(at.Path, shown, Origin.Of(root, at.Path), allowed);
    }

    private static bool TryRead(IConfigurationSection at, SettingNode node, bool isSet, out object? value)
    {
        value = node.Default;
        if (!isSet)
            return true;
        if (at.Value is not { } text || !Allowed.Accepts(node, text))
            return false;
        try
        {
            value = at.Get(node.Type);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string MissingText(string path) =>
        ConfigurationText.ResourceManager.GetString("Missing:" + path, CultureInfo.CurrentUICulture) ?? ConfigurationText.Missing;

    private static string Quote(string? value) => value is null ? ConfigurationText.AGroup : $"\"{value}\"";
}
