using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.Cleaning;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>clean [amount] [user] [bots|links|attachments|contains] [text]</c>: deletes recent messages of the channel.</summary>
internal sealed class CleanCommand(Cleaner cleaner) : ICommand
{
    private const int Usual = 10;
    private const string Bots = "bots", Links = "links", Attachments = "attachments", Contains = "contains";

    private static readonly Argument<long> Amount =
        new("amount", ModerationText.AmountArgument, new IntegerArgument(1, Cleaner.MostRead), required: false);

    private static readonly Argument<UserReference> User = new("user", ModerationText.AuthorArgument, new UserArgument(), required: false);
    private static readonly Argument<string> Filter =
        new("only", ModerationText.FilterArgument, new ChoiceArgument(Bots, Links, Attachments, Contains), required: false);

    private static readonly Argument<string> Text =
        new("text", ModerationText.ContainsArgument, new TextArgument("free nitro", 200, takesTheRest: true), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "clean",
        Category = ModerationModule.Category,
        Description = ModerationText.CleanDescription,
        Details = ModerationText.CleanDetails,
        Arguments = [Amount, User, Filter, Text],
        Examples = ["", "50", "@Vexera", $"100 {Links}", $"100 @Vexera {Contains} free nitro"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageMessages,
        BotPermission = Permission.ManageMessages | Permission.ReadMessageHistory,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var hasText = context.Arguments.TryGet(Text, out var text);
        var kind = context.Arguments.TryGet(Filter, out var only) ? Enum.Parse<CleanKind>(only, ignoreCase: true) : CleanKind.All;
        if (hasText != (kind == CleanKind.Contains))
            return context.Refuse(ModerationText.ContainsNeeded(InlineCode.Of($"{context.Call} 100 {Contains} {Text.Example}")));
        var outcome = await cleaner.CleanAsync(
            new CleanRequest(
                context.ChannelId,
                context.Cause,
                context.Arguments.TryGet(Amount, out var amount) ? (int)amount : Usual,
                context.Arguments.TryGet(User, out var user) ? user.Id : null,
                kind,
                text,
                AuditReason.Of(context.User.Id, context.User.DisplayName, context.Call)),
            cancellationToken);
        return outcome is { Deleted: 0, Problem: not null } ? context.Refuse(AnswerOf(outcome)) : context.Say(AnswerOf(outcome));
    }

    private static IEnumerable<Text> AnswerOf(CleanOutcome outcome)
    {
        yield return outcome.Deleted == 0 ? ModerationText.CleanedNothing : ModerationText.Cleaned(outcome.Deleted);
        if (outcome.Pinned > 0)
            yield return ModerationText.CleanPinned(outcome.Pinned);
        if (outcome.TooOld > 0)
            yield return ModerationText.CleanTooOld(outcome.TooOld);
        if (outcome.Problem is { } problem)
            yield return ModerationText.CleanStopped(InlineCode.Of(problem.Detail));
        if (outcome.WasLost)
            yield return ModerationText.CleanLost;
    }
}
