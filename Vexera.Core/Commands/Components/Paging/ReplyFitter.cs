using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Components.Paging;

/// <summary>
/// Makes an answer of any length fit into one message that Discord takes: as pages to leaf through, as a file when they would be too
/// many, and without embeds and files where the bot may not send them.
/// </summary>
internal sealed class ReplyFitter(PageStore store, ISelf self, TimeProvider time, ILogger<ReplyFitter> logger)
{
    /// <summary>The most pages; what is longer becomes a file.</summary>
    public const int MostPages = 20;

    // Discord takes 10 MiB for a whole message.
    private const int LongestFile = 8 * 1024 * 1024;

    /// <summary>The answer as it can be sent.</summary>
    /// <param name="context">The call that is answered.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public async ValueTask<Reply> FitAsync(CommandContext context, Reply reply, CancellationToken cancellationToken)
    {
        var permissions = PermissionsOf(context);
        reply = Allowed(context, reply, permissions);
        var pages = ReplyPage.Of(reply);
        if (pages.Count == 1)
            return pages[0].In(reply);
        var mayAttach = permissions.HasFlag(Permission.AttachFiles);
        if (pages.Count > MostPages && mayAttach)
            return AsFile(context, reply);
        try
        {
            await store.PutAsync(context.Cause, context.User.Id, new StoredPages(pages, reply.Components), cancellationToken);
            return PageTurn.Show(reply, pages, 0, context.Cause, context.User.Id);
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            ComponentsLog.PagesNotKept(logger, e, context.Cause);
            return mayAttach ? AsFile(context, reply) : pages[0].In(reply);
        }
    }

    // Answers to interactions are not measured by what the bot may do in the channel.
    private Permission PermissionsOf(CommandContext context) => context.Form == CommandForm.Slash
        ? PermissionCalculator.All
        : ChannelAccess.OfBot(context.Guild, self.User, context.ChannelId, time.GetUtcNow());

    private static Reply Allowed(CommandContext context, Reply reply, Permission permissions)
    {
        if (reply.Embeds.Count > 0 && !permissions.HasFlag(Permission.EmbedLinks))
            reply = reply with { Content = TextOf(reply), Embeds = [] };
        if (reply.Files.Count > 0 && !permissions.HasFlag(Permission.AttachFiles))
        {
            var notice = ComponentsText.FilesForbidden(PermissionNames.Of(Permission.AttachFiles)).In(context.Culture);
            reply = reply with { Content = $"{reply.Content}\n{notice}".Trim(), Files = [] };
        }

        return reply;
    }

    private static Reply AsFile(CommandContext context, Reply reply)
    {
        var text = TextOf(reply);
        var content = Encoding.UTF8.GetBytes(text);
        if (content.Length > LongestFile)
            content = [.. content.AsSpan(0, LongestFile), .. "…"u8];
        return reply with
        {
            Content = ComponentsText.AsFile.In(context.Culture),
            Embeds = [],
            Files = [.. reply.Files, new OutgoingFile($"{context.Command.Definition.FullName.Replace(' ', '-')}.txt", content, "text/plain; charset=utf-8")],
        };
    }

    private static string TextOf(Reply reply) => string.Join("\n\n", reply.Embeds.Select(EmbedText.Of).Prepend(reply.Content)).Trim();
}
