using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Checks;

/// <summary>The arguments must be understood; they are filled in on the way. Errors name the value, the argument and what is allowed.</summary>
/// <param name="users">Finds people by name.</param>
internal sealed class ArgumentsCheck(UserLookup users) : ICommandCheck
{
    /// <inheritdoc/>
    public async ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken) =>
        await ReadAsync(context, cancellationToken) is { } problem ? new Refusal("arguments", problem) : null;

    private async ValueTask<Text?> ReadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var arguments = context.Command.Definition.Arguments;
        var passed = new List<Argument>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var read = context.Input.Read(argument, isLast: i == arguments.Count - 1);
            var reading = await argument.CompleteAsync(read, context.GuildId, users, cancellationToken);
            if (reading.Offending is { } offending)
                return reading.Problem ?? Refused(InlineCode.Of(offending), argument, passed);
            if (reading.Value is { } value)
            {
                context.Arguments.Set(argument, value);
                passed.Clear();
            }
            else if (argument.Required)
            {
                return CommandsText.ArgumentMissing(argument.Name, argument.Allowed, Usage(context));
            }
            else if (context.Form == CommandForm.Prefix)
            {
                passed.Add(argument);
            }
        }

        // Words after a command that takes none are talk: "+ping please".
        return arguments.Count > 0 && context.Input.Leftover() is { } word
            ? CommandsText.ArgumentTooMany(InlineCode.Of(word), Usage(context))
            : null;
    }

    // On a line, a word that does not fit may have been meant for the optional arguments before as well.
    private static Text Refused(string offending, Argument argument, List<Argument> passed)
    {
        if (passed.Count == 0)
            return CommandsText.ArgumentRefused(offending, argument.Name, argument.Allowed, InlineCode.Of(argument.Example));
        var list = passed.Append(argument)
            .Select(one => CommandsText.Alternative(one.Name, one.Allowed))
            .Aggregate(CommandsText.Alternatives);
        return CommandsText.ArgumentFitsNone(offending, list);
    }

    private static string Usage(CommandContext context) => InlineCode.Whole(UsageLine.Of(context.Prefix, context.Command.Definition));
}
