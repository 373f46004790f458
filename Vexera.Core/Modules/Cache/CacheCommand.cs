using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Cache;

/// <summary><c>cache purge</c>: empties what is kept in memory of the guilds.</summary>
internal sealed class CacheCommand(IGuildCacheControl cache) : ICommand
{
    private const string Purge = "purge";
    private static readonly Argument<string> Action = new("action", CacheText.ActionArgument, new ChoiceArgument(Purge));

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "cache",
        Category = CacheModule.Category,
        Description = CacheText.Description,
        Details = CacheText.Details,
        Arguments = [Action],
        Examples = [Purge],
        OwnerOnly = true,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.Say(CacheText.Purged(cache.Purge())));
}
