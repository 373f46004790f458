using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Checks;

/// <summary>The arguments must be understood; they are filled in on the way. Errors name the value, the argument and what is allowed.</summary>
internal sealed class ArgumentsCheck : ICommandCheck
{
    /// <inheritdoc/>
    public ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(context) is { } problem ? new Refusal("arguments", problem) : null);

    private static Text? Read(CommandContext context)
    {
        var definition = context.Command.Definition;
        for (var i = 0; i < definition.Arguments.Count; i++)
        {
            var argument = definition.Arguments[i];
            var reading = context.Input.Read(argument, isLast: i == definition.Arguments.Count - 1);
            if (reading.Offending is { } offending)
                return CommandsText.ArgumentRefused(InlineCode.Of(offending), argument.Name, argument.Allowed, InlineCode.Of(argument.Example));
            if (reading.Value is { } value)
                context.Arguments.Set(argument, value);
            else if (argument.Required)
                return CommandsText.ArgumentMissing(argument.Name, argument.Allowed, Usage(context));
        }

        // Words after a command that takes none are talk: "+ping please".
        return definition.Arguments.Count > 0 && context.Input.Leftover() is { } word
            ? CommandsText.ArgumentTooMany(InlineCode.Of(word), Usage(context))
            : null;
    }

    private static string Usage(CommandContext context) => InlineCode.Whole(UsageLine.Of(context.Prefix, context.Command.Definition));
}
