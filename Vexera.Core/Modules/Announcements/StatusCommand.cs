using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Announcements;

/// <summary><c>status [open|update|resolve] [text]</c>: the incident that the servers are told of.</summary>
internal sealed class StatusCommand(IIncidents incidents, AnnouncementAnswers answers) : ICommand
{
    private const string Open = "open", Update = "update", Resolve = "resolve";
    private const int Longest = AnnouncementContent.LongestEntry;
    private static readonly Argument<string> Action =
        new("action", AnnouncementsText.ActionArgument, new ChoiceArgument(Open, Update, Resolve), required: false);

    private static readonly Argument<string> Said =
        new("text", AnnouncementsText.EntryArgument, new TextArgument("Some servers do not get answers", Longest, takesTheRest: true), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "status",
        Category = AnnouncementsModule.Category,
        Description = AnnouncementsText.StatusDescription,
        Details = AnnouncementsText.StatusDetails,
        Arguments = [Action, Said],
        Examples = ["", $"{Open} Some servers do not get answers", $"{Update} We have found the cause", Resolve],
        OwnerOnly = true,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            var hasText = context.Arguments.TryGet(Said, out var text);
            if (!context.Arguments.TryGet(Action, out var action))
            {
                return hasText
                    ? context.Say(AnnouncementsText.ActionNeeded(InlineCode.Of($"{context.Call} {Open} {Said.Example}")))
                    : answers.Incident(context, await incidents.FindOpenAsync(cancellationToken));
            }

            var by = AnnouncementAnswers.Author(context);
            var outcome = action switch
            {
                Open => await incidents.OpenAsync(text ?? "", by, cancellationToken),
                Update => await incidents.UpdateAsync(text ?? "", by, cancellationToken),
                _ => await incidents.ResolveAsync(text ?? "", by, cancellationToken),
            };
            return answers.Of(context, outcome, Longest);
        }
        catch (StorageException e)
        {
            return context.Say(AnnouncementsText.NotWritten(InlineCode.Of(e.Problem.ToString())));
        }
    }
}
