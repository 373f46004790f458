using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Suggestions;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Permissions;

/// <summary><c>perms explain &lt;user&gt; &lt;command&gt;</c>: whether somebody may use a command in this channel, and what decides.</summary>
internal sealed class PermsExplainCommand(
    INodeRules rules, CommandCatalog catalog, UserLookup lookup, IBotOwners owners, TimeProvider time) : ICommand
{
    private static readonly Argument<UserReference> User = new("user", PermissionsText.UserArgument, new UserArgument());

    private static readonly Argument<string> Command =
        new("command", PermissionsText.CommandArgument, new TextArgument("ping", longest: 100, takesTheRest: true))
        {
            SuggestedBy = typeof(CommandSuggestions),
        };

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = PermissionsModule.Group,
        Name = "explain",
        Aliases = ["why"],
        Category = PermissionsModule.Category,
        Description = PermissionsText.ExplainDescription,
        Arguments = [User, Command],
        Examples = ["80351110224678912 prefix", "80351110224678912 perms add"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var typed = CommandNames.Normalized(NameIn(context.Arguments.Get(Command), context.Prefix));
        if ((catalog.Find(typed) ?? catalog.All.FirstOrDefault(entry => entry.Node.Equals(typed, StringComparison.OrdinalIgnoreCase))) is not { } command)
            return context.Refuse(UnknownCommand(typed));
        var reference = context.Arguments.Get(User);
        if (await lookup.FindAsync(context.GuildId!.Value, reference, cancellationToken) is not { Member: { } member })
            return context.Refuse(PermissionsText.ExplainNotHere($"<@{reference.Id}>"));
        var (user, call) = ($"<@{reference.Id}>", InlineCode.Of(context.Prefix + command.Definition.FullName));
        if (command.Definition.OwnerOnly)
        {
            return context.Say(await owners.IsOwnerAsync(reference.Id, cancellationToken)
                ? PermissionsText.ExplainBotOwner(user, call)
                : PermissionsText.ExplainNotBotOwner(user, call));
        }

        if (await rules.FindAsync(context.GuildId!.Value, cancellationToken) is not { } nodes)
            return context.Refuse(PermissionsText.Unreadable);
        var caller = new NodeCaller(
            reference.Id,
            member.Roles,
            context.Guild?.OwnerId == reference.Id,
            context.Guild?.PermissionsIn(reference.Id, member, context.ChannelId, time.GetUtcNow()) ?? Permission.None);
        var decision = NodeDecision.Of(nodes, command, caller);
        return context.Say(
            decision.IsAllowed ? PermissionsText.ExplainMay(user, call) : PermissionsText.ExplainMayNot(user, call),
            DecisionText.Of(context, command, decision));
    }

    private static string NameIn(string typed, string prefix) =>
        typed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? typed[prefix.Length..] : typed.TrimStart('/');

    private Text UnknownCommand(string typed) => CommandNames.Nearest(typed, catalog.All) is { } nearest
        ? PermissionsText.UnknownCommandNear(InlineCode.Of(typed), InlineCode.Of(nearest.Definition.FullName))
        : PermissionsText.UnknownCommand(InlineCode.Of(typed));
}
