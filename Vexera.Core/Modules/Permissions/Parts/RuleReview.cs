using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Settings;

namespace Vexera.Core.Modules.Permissions.Parts;

/// <summary>Holds what an import makes of a guild's rules against what its caller may do one by one, and reports all that is against it.</summary>
internal sealed class RuleReview(NodeCatalog catalog, RuleGuard guard, RuleProblems problems, Subjects subjects, TimeProvider time)
{
    /// <summary>The node of a rule; null when there is none, which is reported then.</summary>
    public NodePattern? FindNode(FileRule rule, SettingsImport import)
    {
        if (catalog.TryFind(rule.Node, out var node))
            return node;
        import.Object($"{rule.Path}.node", rule.Node, problems.UnknownNode(import.Call, rule.Node));
        return null;
    }

    /// <summary>Reports whatever of a change its maker may not do.</summary>
    /// <param name="part">The name of the part, where what is taken away is reported.</param>
    /// <param name="before">The rules that are set.</param>
    /// <param name="after">Those of the file, as far as they could be read.</param>
    /// <param name="paths">Where in the file they stand.</param>
    /// <param name="import">Who imports, and where problems go.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task ReviewAsync(
        string part,
        GuildNodes before,
        GuildNodes after,
        IReadOnlyDictionary<NodeRule, string> paths,
        SettingsImport import,
        CancellationToken cancellationToken)
    {
        // Of a guild that is not known nobody can say who stands above whom.
        if (import.Call.Guild is null)
        {
            import.Object(part, "", PermissionsText.Unavailable);
            return;
        }

        var isWhole = import.Problems.All(problem => !problem.Path.StartsWith(part, StringComparison.Ordinal));
        await ReviewSubjectsAsync(part, before, after, paths, import, cancellationToken);
        ReviewGrants(part, before, after, paths, import, isWhole);
        if (isWhole && after.Rules.Count > RuleDesk.Most && after.Rules.Count > before.Rules.Count)
            import.Refuse(part, $"{after.Rules.Count}", PermissionsText.FileMost(RuleDesk.Most));
        // What could not be read may be the rule that keeps the caller in.
        if (isWhole)
            ReviewLockOut(part, before, after, paths, import);
    }

    private async Task ReviewSubjectsAsync(
        string part,
        GuildNodes before,
        GuildNodes after,
        IReadOnlyDictionary<NodeRule, string> paths,
        SettingsImport import,
        CancellationToken cancellationToken)
    {
        var fresh = after.Rules.Except(before.Rules).ToLookup(rule => rule.Subject);
        var gone = before.Rules.Except(after.Rules).ToLookup(rule => rule.Subject);
        foreach (var subject in fresh.Select(rules => rules.Key).Union(gone.Select(rules => rules.Key)))
        {
            var found = await subjects.FindAsync(import.Call, new SubjectReference(subject.Tier, subject.Id), before, cancellationToken);
            var setting = RuleProblems.OfSubject(import.Call, found);
            foreach (var rule in fresh[subject])
            {
                if (setting is not null)
                    import.Object($"{paths[rule]}.for", FileRule.Write(subject), setting);
            }

            if (!fresh[subject].Any() && RuleProblems.OfRank(import.Call, found) is { } removing)
                import.Object(part, FileRule.Write(subject), removing);
        }
    }

    private void ReviewGrants(
        string part, GuildNodes before, GuildNodes after, IReadOnlyDictionary<NodeRule, string> paths, SettingsImport import, bool isWhole)
    {
        var lacking = guard.NotTheirs(before, after, RuleSetter.Of(import.Call, time.GetUtcNow()));
        if (lacking.Count == 0)
            return;
        foreach (var rule in after.Rules.Except(before.Rules).Where(rule => rule.Effect == NodeEffect.Allow))
            Report($"{paths[rule]}.node", rule);
        if (!isWhole)
            return;
        foreach (var rule in before.Rules.Except(after.Rules).Where(rule => rule.Effect == NodeEffect.Deny))
            Report(part, rule);

        void Report(string path, NodeRule rule)
        {
            var own = lacking.Where(command => rule.Node.Covers(command.Node)).ToList();
            if (own.Count > 0)
                import.Object(path, rule.Node.Text, RuleProblems.NotYours(own));
        }
    }

    private void ReviewLockOut(
        string part, GuildNodes before, GuildNodes after, IReadOnlyDictionary<NodeRule, string> paths, SettingsImport import)
    {
        var setter = RuleSetter.Of(import.Call, time.GetUtcNow());
        if (!guard.LocksOut(before, after, setter))
            return;
        var lost = guard.Lost(before, after, setter).First(command => command.Definition.Group == PermissionsModule.Group);
        if (after.Deciding(lost.Node, setter.Here.UserId, setter.Here.Roles) is { } rule)
            import.Object(paths[rule], rule.Node.Text, PermissionsText.LockedOut);
        else
            import.Object(part, lost.Node, PermissionsText.LockedOut);
    }
}
