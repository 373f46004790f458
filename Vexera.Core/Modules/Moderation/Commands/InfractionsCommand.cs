using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>infractions &lt;user&gt; [page]</c>: the cases about somebody, newest first.</summary>
internal sealed class InfractionsCommand(CaseStore cases) : ICommand
{
    private const int OnAPage = 10;
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
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            return context.Say(await ReadAsync(
                context.GuildId!.Value,
                context.Arguments.Get(User),
                context.Arguments.TryGet(Page, out var page) ? page : 1,
                cancellationToken));
        }
        catch (StorageException)
        {
            return context.Say(ModerationText.NoStorage);
        }
    }

    private async Task<IReadOnlyList<Text>> ReadAsync(Snowflake guild, UserReference user, long page, CancellationToken cancellationToken)
    {
        var counts = await cases.CountAsync(guild, user.Id, cancellationToken);
        var all = counts.Values.Sum();
        if (all == 0)
            return [ModerationText.NoInfractions($"<@{user.Id}>")];
        var pages = (all + OnAPage - 1) / OnAPage;
        page = Math.Min(page, pages);
        var shown = await cases.ListAsync(guild, user.Id, (int)(page - 1) * OnAPage, OnAPage, cancellationToken);
        return
        [
            ModerationText.InfractionsHeading(InlineCode.Of($"{shown[0].TargetName} ({user.Id})"), page, pages),
            .. counts.OrderBy(count => count.Key).Select(count => ModerationText.InfractionsCount(CaseTypeNames.Of(count.Key), count.Value)),
            .. shown.Select(CasePage.Line),
        ];
    }
}
