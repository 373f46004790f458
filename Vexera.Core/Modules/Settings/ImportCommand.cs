using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Components.Confirmations;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Rest.Attachments;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Settings;

/// <summary><c>settings import &lt;file&gt;</c>: says what a file would change, and once confirmed changes all of it or nothing.</summary>
internal sealed class ImportCommand(
    IAttachments attachments, SettingsFile file, ConfirmationPrompts prompts, IOptionsMonitor<SettingsOptions> options) : IConfirmableCommand
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly Argument<Attachment> File = new("file", SettingsText.FileArgument, new AttachmentArgument());

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = SettingsModule.Group,
        Name = "import",
        Category = SettingsModule.Category,
        Description = SettingsText.ImportDescription,
        Details = SettingsText.ImportDetails,
        Arguments = [File],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var most = options.CurrentValue.ImportKilobytes;
        string content;
        try
        {
            content = Encoding.UTF8.GetString(await attachments.ReadAsync(context.Arguments.Get(File), most * 1024, cancellationToken));
        }
        catch (AttachmentException e)
        {
            return Refuse(context, [e.Problem == AttachmentProblem.TooLarge ? SettingsText.FileTooLarge(most) : SettingsText.FileNotRead]);
        }

        try
        {
            var plan = await file.ReadAsync(content, context, cancellationToken);
            return Ended(context, plan) ?? await AskAsync(context, content, plan, cancellationToken);
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            return Refuse(context, [SettingsText.NoStorage]);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Reply> ConfirmedAsync(CommandContext context, string payload, CancellationToken cancellationToken)
    {
        // Read anew: what is set, and what the caller may do, can be otherwise by now.
        try
        {
            var plan = await file.ApplyAsync(payload, context, cancellationToken);
            return Ended(context, plan) ?? context.Say(plan.Lines.Prepend(SettingsText.Imported));
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            return Refuse(context, [SettingsText.NoStorage]);
        }
    }

    private async Task<Reply> AskAsync(CommandContext context, string content, ImportPlan plan, CancellationToken cancellationToken)
    {
        var question = await prompts.AskAsync(context, new Confirmation(SettingsText.Question, content) { Lifetime = Lifetime }, cancellationToken);
        return question with { Content = $"{context.Say(plan.Lines.Prepend(SettingsText.WouldChange)).Content}\n{question.Content}" };
    }

    private static Reply? Ended(CommandContext context, ImportPlan plan)
    {
        if (plan.Problems.Count > 0)
            return Refuse(context, plan.Problems.Select(Line).Prepend(SettingsText.NotImported(plan.Problems.Count)));
        return plan.Changes.Count == 0 ? context.Say(SettingsText.NothingChanges) : null;
    }

    private static Reply Refuse(CommandContext context, IEnumerable<Text> lines) => context.Say(lines) with { Ephemeral = true };

    private static Text Line(SettingsProblem problem) =>
        problem.Reason is { } reason
            ? SettingsText.ProblemBecause(InlineCode.Whole(problem.Path), InlineCode.Of(problem.Value), reason)
            : SettingsText.Problem(InlineCode.Whole(problem.Path), InlineCode.Of(problem.Value), problem.Allowed!);
}
