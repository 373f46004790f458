using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Permissions;

/// <summary>Changes rules for the commands that do, which differ only in what they make of them.</summary>
internal sealed class RuleDesk(INodeRules rules, NodeCatalog catalog, Subjects subjects, RuleGuard guard, RuleProblems problems, TimeProvider time)
{
    /// <summary>The most rules a guild may have.</summary>
    public const int Most = 500;

    /// <summary>Whom the change is about.</summary>
    public static Argument<SubjectReference> Target { get; } = new("target", PermissionsText.TargetArgument, new SubjectArgument());

    /// <summary>What the change is about.</summary>
    public static Argument<string> Node { get; } = new("node", PermissionsText.NodeArgument, new TextArgument("basics.ping", NodePattern.Longest))
    {
        SuggestedBy = typeof(NodeSuggestions),
    };

    /// <summary>Allows or denies a node.</summary>
    public ValueTask<Reply> SetAsync(CommandContext context, NodeEffect effect, CancellationToken cancellationToken) => AnswerAsync(
        context,
        async nodes =>
        {
            var found = await subjects.FindAsync(context, context.Arguments.Get(Target), nodes, cancellationToken);
            if (RuleProblems.OfSubject(context, found) is { } problem)
                return context.Refuse(problem);
            if (!catalog.TryFind(context.Arguments.Get(Node), out var node))
                return context.Refuse(problems.UnknownNode(context, context.Arguments.Get(Node)));
            var rule = new NodeRule(found.Subject, node, effect, context.User.Id, Now());
            var name = Subjects.Name(context, found.Subject);
            return await ChangeAsync(
                context,
                before => before.Find(found.Subject, node)?.Effect == effect ? before : before.With(rule),
                effect == NodeEffect.Allow ? PermissionsText.Allowed(node.Text, name) : PermissionsText.Denied(node.Text, name),
                effect == NodeEffect.Allow ? PermissionsText.AlreadyAllowed(node.Text, name) : PermissionsText.AlreadyDenied(node.Text, name),
                cancellationToken);
        },
        cancellationToken);

    /// <summary>Makes a node neutral.</summary>
    public ValueTask<Reply> RemoveAsync(CommandContext context, CancellationToken cancellationToken) => AnswerAsync(
        context,
        async nodes =>
        {
            var found = await subjects.FindAsync(context, context.Arguments.Get(Target), nodes, cancellationToken);
            if (RuleProblems.OfRank(context, found) is { } problem)
                return context.Refuse(problem);
            // A node of a command that is no more can still be removed.
            if (!catalog.TryFind(context.Arguments.Get(Node), out var node)
                && !(NodePattern.TryParse(context.Arguments.Get(Node), out node) && nodes.Find(found.Subject, node) is not null))
                return context.Refuse(problems.UnknownNode(context, context.Arguments.Get(Node)));
            var name = Subjects.Name(context, found.Subject);
            return await ChangeAsync(
                context,
                before => before.Find(found.Subject, node) is { } gone ? before.Without(rule => rule == gone) : before,
                PermissionsText.Removed(node.Text, name),
                PermissionsText.NothingToRemove(node.Text, name, RuleProblems.Code(context, "list")),
                cancellationToken);
        },
        cancellationToken);

    /// <summary>Makes every node of a subject neutral.</summary>
    public ValueTask<Reply> ClearAsync(CommandContext context, CancellationToken cancellationToken) => AnswerAsync(
        context,
        async nodes =>
        {
            var found = await subjects.FindAsync(context, context.Arguments.Get(Target), nodes, cancellationToken);
            if (RuleProblems.OfRank(context, found) is { } problem)
                return context.Refuse(problem);
            var name = Subjects.Name(context, found.Subject);
            return await ChangeAsync(
                context,
                before => before.Of(found.Subject).Any() ? before.Without(rule => rule.Subject == found.Subject) : before,
                PermissionsText.Cleared(name),
                PermissionsText.NothingToClear(name),
                cancellationToken);
        },
        cancellationToken);

    private async ValueTask<Reply> AnswerAsync(CommandContext context, Func<GuildNodes, Task<Reply>> answer, CancellationToken cancellationToken)
    {
        // Of a guild that is not known nobody can say who stands above whom.
        if (context.Guild is null)
            return context.Refuse(PermissionsText.Unavailable);
        try
        {
            return await rules.FindAsync(context.GuildId!.Value, cancellationToken) is { } nodes
                ? await answer(nodes)
                : context.Refuse(PermissionsText.Unavailable);
        }
        catch (StorageException)
        {
            return context.Refuse(PermissionsText.Unavailable);
        }
    }

    // Judged within the turn of the change, so that two changes at once cannot do together what neither may alone.
    private async Task<Reply> ChangeAsync(
        CommandContext context, Func<GuildNodes, GuildNodes> change, Text done, Text nothing, CancellationToken cancellationToken)
    {
        var setter = RuleSetter.Of(context, time.GetUtcNow());
        List<Text> lines = [];
        var isRefused = false;
        var isWritten = await rules.ChangeAsync(
            context.GuildId!.Value,
            before =>
            {
                var after = change(before);
                var problem = ReferenceEquals(after, before) ? nothing : Problem(before, after, setter);
                isRefused = problem is not null;
                lines = [problem ?? done];
                if (!isRefused && guard.Lost(before, after, setter).Any())
                    lines.Add(PermissionsText.IncludesYou);
                return isRefused ? before : after;
            },
            cancellationToken);
        if (!isWritten)
            lines.Add(PermissionsText.Held);
        return isRefused ? context.Refuse(lines[0]) : context.Say(lines);
    }

    private Text? Problem(GuildNodes before, GuildNodes after, RuleSetter setter)
    {
        if (after.Rules.Count > Most && after.Rules.Count > before.Rules.Count)
            return PermissionsText.TooMany(Most);
        if (guard.LocksOut(before, after, setter))
            return PermissionsText.LockedOut;
        var lacking = guard.NotTheirs(before, after, setter);
        return lacking.Count == 0 ? null : RuleProblems.NotYours(lacking);
    }

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
