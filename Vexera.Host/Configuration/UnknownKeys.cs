namespace Vexera.Host.Configuration;

/// <summary>Finds keys that no room reads: most are slips of the pen. Values are not shown, for one may be a misplaced secret.</summary>
/// <param name="configuration">What to look through.</param>
/// <param name="sections">The known sections by path.</param>
/// <param name="open">Top-level keys that belong to others.</param>
internal sealed class UnknownKeys(
    IConfigurationRoot configuration, List<(string Path, SettingNode Node)> sections, IReadOnlyList<string> open)
{
    /// <summary>One warning for each unknown key; what lies below it is not looked at.</summary>
    public IEnumerable<SettingProblem> Find() => configuration.Providers
        .Where(Origin.IsFile)
        .SelectMany(provider => provider.GetChildKeys([], null))
        .Concat(sections.Select(section => section.Path.Split(':')[0]))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(key => !open.Contains(key, StringComparer.OrdinalIgnoreCase))
        .SelectMany(key => FindAt(configuration.GetSection(key)));

    private IEnumerable<SettingProblem> FindAt(IConfigurationSection at)
    {
        if (sections.Find(section => Same(section.Path, at.Path)) is { Node: { } node })
            return FindIn(at, node);
        if (sections.Exists(section => section.Path.StartsWith(at.Path + ":", StringComparison.OrdinalIgnoreCase)))
            return at.GetChildren().SelectMany(FindAt);
        var parent = at.Path[..^at.Key.Length];
        var siblings = sections
            .Where(section => section.Path.StartsWith(parent, StringComparison.OrdinalIgnoreCase))
            .Select(section => section.Path[parent.Length..].Split(':')[0])
            .Concat(parent.Length == 0 ? open : []);
        return [Unknown(at, siblings)];
    }

    private IEnumerable<SettingProblem> FindIn(IConfigurationSection at, SettingNode node) => at.GetChildren().SelectMany(child =>
    {
        if (sections.Exists(section => section.Path.StartsWith(child.Path, StringComparison.OrdinalIgnoreCase)))
            return FindAt(child);
        if (node.Kind is SettingKind.List or SettingKind.Map)
            return FindIn(child, node.Element!);
        if (node.Children.FirstOrDefault(known => Same(known.Name, child.Key)) is { } setting)
            return setting.Kind == SettingKind.Value ? [] : FindIn(child, setting);
        return [Unknown(child, node.Children.Select(known => known.Name))];
    });

    private SettingProblem Unknown(IConfigurationSection at, IEnumerable<string> siblings)
    {
        var origin = Origin.Of(configuration, at.Path);
        var nearest = Spelling.Nearest(at.Key, siblings);
        return new SettingProblem(false, nearest is null
            ? ConfigurationText.Unknown.With(at.Path, origin)
            : ConfigurationText.UnknownNear.With(at.Path, origin, at.Path[..^at.Key.Length] + nearest));
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
