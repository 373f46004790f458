using Vexera.Core.Commands.Execution;

namespace Vexera.Core.Commands.Checks;

/// <summary>Commands about a guild need one around them.</summary>
internal sealed class GuildOnlyCheck : ICommandCheck
{
    /// <inheritdoc/>
    public ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.Command.Definition.GuildOnly && context.GuildId is null
            ? new Refusal("guild_only", CommandsText.GuildOnly(context.Call))
            : null);
}
