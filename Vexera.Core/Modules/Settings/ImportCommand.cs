using System.Text;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Rest.Attachments;

namespace Vexera.Core.Modules.Settings;

/// <summary><c>settings import &lt;file&gt; [apply]</c>: sets everything as a file says, or nothing at all.</summary>
internal sealed class ImportCommand(IAttachments attachments, SettingsFile file, IOptionsMonitor<SettingsOptions> options) : ICommand
{
    private const string Apply = "apply";

    private static readonly Argument<Attachment> File = new("file", SettingsText.FileArgument, new AttachmentArgument());
    private static readonly Argument<string> Action = new("action", SettingsText.ApplyArgument, new ChoiceArgument(Apply), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = SettingsModule.Group,
        Name = "import",
        Category = SettingsModule.Category,
        Description = SettingsText.ImportDescription,
        Details = SettingsText.ImportDetails,
        Arguments = [File, Action],
        Examples = ["", Apply],
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

        var plan = await file.ReadAsync(content, context, cancellationToken);
        if (plan.Problems.Count > 0)
            return Refuse(context, plan.Problems.Select(Line).Prepend(SettingsText.NotImported(plan.Problems.Count)));
        if (plan.Changes.Count == 0)
            return context.Say(SettingsText.NothingChanges);
        var lines = plan.Changes.SelectMany(change => change.Lines);
        if (!context.Arguments.TryGet(Action, out _))
            return context.Say(lines.Prepend(SettingsText.WouldChange).Append(SettingsText.HowToApply(InlineCode.Of($"{context.Call} {Apply}"))));
        await file.ApplyAsync(plan, cancellationToken);
        return context.Say(lines.Prepend(SettingsText.Imported));
    }

    private static Reply Refuse(CommandContext context, IEnumerable<Text> lines) => context.Say(lines) with { Ephemeral = true };

    private static Text Line(SettingsProblem problem) =>
        SettingsText.Problem(InlineCode.Whole(problem.Path), InlineCode.Of(problem.Value), problem.Allowed);
}
