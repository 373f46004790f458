using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>infractions &lt;user&gt; [page]</c>: the cases about somebody, newest first.</summary>
internal sealed class InfractionsCommand(InfractionsPage infractions) : ICommand
{
    private static readonly Argument<UserReference> User = ModerationArguments.User();
    private static readonly Argument<long> Page = new("page", ModerationText.PageArgument, new IntegerArgument(1, 100_000), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "infractions",
        Aliases = ["cases"],
        Category = ModerationModule.Category,
        Description = ModerationText.InfractionsDescription,
        Arguments = [User, Page],
        Examples = ["@Vexera", "@Vexera 2"],
        GuildOnly = true,
        DefaultPermission = Permission.ModerateMembers,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => context.OrNoStorageAsync(
        async () => await infractions.ShowAsync(
            context,
            context.Arguments.Get(User).Id,
            context.Arguments.TryGet(Page, out var page) ? page : 1,
            context.User.Id,
            cancellationToken));
}
