namespace Vexera.Core.Commands.Definitions;

/// <summary>How a command is written: <c>+help [command]</c>, <c>+perms add &lt;who&gt;</c>.</summary>
internal static class UsageLine
{
    /// <summary>The line, to be shown as code.</summary>
    /// <param name="prefix">What stands before the name.</param>
    /// <param name="definition">The command.</param>
    public static string Of(string prefix, CommandDefinition definition) =>
        string.Join(' ', definition.Arguments.Select(argument => argument.Usage).Prepend(prefix + definition.FullName));
}
