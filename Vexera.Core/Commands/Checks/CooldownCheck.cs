using Vexera.Core.Commands.Execution;

namespace Vexera.Core.Commands.Checks;

/// <summary>One person waits between two uses of a command. The first call that is too early is told so, the next are quiet.</summary>
/// <param name="cooldowns">Who waits for what.</param>
internal sealed class CooldownCheck(Cooldowns cooldowns) : ICommandCheck
{
    /// <inheritdoc/>
    public ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var definition = context.Command.Definition;
        if (definition.Cooldown <= TimeSpan.Zero)
            return ValueTask.FromResult<Refusal?>(null);
        var wait = cooldowns.Use(context.User.Id, definition.FullName, definition.Cooldown);
        return ValueTask.FromResult(wait.Left <= TimeSpan.Zero
            ? null
            : new Refusal(
                "cooldown", CommandsText.Cooldown(context.Call, (int)Math.Ceiling(wait.Left.TotalSeconds)), QuietOnPrefix: wait.Told));
    }
}
