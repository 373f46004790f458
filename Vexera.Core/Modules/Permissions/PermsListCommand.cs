using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Permissions;

/// <summary><c>perms list [everyone|role|user]</c>: the rules of the guild, or of one of them with who set them and when.</summary>
internal sealed class PermsListCommand(INodeRules rules, Subjects subjects) : ICommand
{
    // Each user is a question to Discord.
    private const int MostLookedUp = 25;

    private static readonly Argument<SubjectReference> Target =
        new("target", PermissionsText.TargetArgument, new SubjectArgument(), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = PermissionsModule.Group,
        Name = "list",
        Aliases = ["show"],
        Category = PermissionsModule.Category,
        Description = PermissionsText.ListDescription,
        Arguments = [Target],
        Examples = ["", "Moderators"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (await rules.FindAsync(context.GuildId!.Value, cancellationToken) is not { } nodes)
            return context.Refuse(PermissionsText.Unreadable);
        if (context.Arguments.TryGet(Target, out var reference))
            return context.Say(OfOne(context, (await subjects.FindAsync(context, reference, nodes, cancellationToken)).Subject, nodes));
        return context.Say(nodes.Rules.Count == 0 ? [PermissionsText.ListEmpty] : await OfAllAsync(context, nodes, cancellationToken));
    }

    private static IEnumerable<Text> OfOne(CommandContext context, NodeSubject subject, GuildNodes nodes)
    {
        var name = Subjects.Name(context, subject);
        var lines = nodes.Of(subject).Select(rule =>
        {
            var (by, at) = ($"<@{rule.SetBy}>", Timestamp.Relative(rule.SetAt));
            return rule.Effect == NodeEffect.Allow
                ? PermissionsText.RuleAllowed(rule.Node.Text, by, at)
                : PermissionsText.RuleDenied(rule.Node.Text, by, at);
        }).ToList();
        return lines.Count == 0 ? [PermissionsText.NothingToClear(name)] : lines.Prepend(PermissionsText.ListOf(name));
    }

    private async Task<IEnumerable<Text>> OfAllAsync(CommandContext context, GuildNodes nodes, CancellationToken cancellationToken)
    {
        var lines = new List<Text> { PermissionsText.ListHeading(nodes.Rules.Count) };
        var (lookedUp, someGone) = (0, false);
        // Everyone first: what holds for most comes before its exceptions.
        foreach (var ofSubject in nodes.Rules.GroupBy(rule => rule.Subject).OrderBy(group => group.Key.Tier))
        {
            var (subject, name) = (ofSubject.Key, Subjects.Name(context, ofSubject.Key));
            if (subject.Tier == NodeTier.User && lookedUp++ < MostLookedUp
                && await subjects.HasLeftAsync(context.GuildId!.Value, subject.Id, cancellationToken))
                (name, someGone) = (PermissionsText.LeftUser($"<@{subject.Id}>", subject.Id.ToString()), true);
            someGone |= subject.Tier == NodeTier.Role && context.Guild?.Roles.ContainsKey(subject.Id) == false;
            lines.Add(Line(name, Nodes(ofSubject, NodeEffect.Allow), Nodes(ofSubject, NodeEffect.Deny)));
        }

        if (someGone)
            lines.Add(PermissionsText.ListGone(InlineCode.Of($"{context.Prefix}{PermissionsModule.Group.Name} clear")));
        return lines;
    }

    private static string Nodes(IEnumerable<NodeRule> rules, NodeEffect effect) =>
        string.Join(", ", rules.Where(rule => rule.Effect == effect).Select(rule => InlineCode.Whole(rule.Node.Text)));

    private static Text Line(Text name, string allowed, string denied) => (allowed, denied) switch
    {
        (_, "") => PermissionsText.ListAllowed(name, allowed),
        ("", _) => PermissionsText.ListDenied(name, denied),
        _ => PermissionsText.ListBoth(name, allowed, denied),
    };
}
