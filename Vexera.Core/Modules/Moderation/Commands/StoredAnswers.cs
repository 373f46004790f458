using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary>Answers that the database has to give.</summary>
internal static class StoredAnswers
{
    /// <summary>The answer; while the database cannot be used, that nothing was done.</summary>
    /// <param name="context">The call.</param>
    /// <param name="answer">Makes the answer.</param>
    public static async ValueTask<Reply> OrNoStorageAsync(this CommandContext context, Func<Task<Reply>> answer)
    {
        try
        {
            return await answer();
        }
        catch (StorageException)
        {
            return context.Refuse(ModerationText.NoStorage);
        }
    }
}
