namespace Vexera.Core.Commands.Execution;

/// <summary>How a command was called.</summary>
internal enum CommandForm
{
    /// <summary>By a message.</summary>
    Prefix,

    /// <summary>By Discord's slash menu.</summary>
    Slash,
}
