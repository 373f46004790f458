namespace Vexera.Core.Commands.Switches;

/// <summary>What a switch switches.</summary>
internal enum SwitchKind
{
    /// <summary>A module with all its commands and handlers.</summary>
    Module,

    /// <summary>One command.</summary>
    Command,
}

/// <summary>A switch as the owner left it.</summary>
/// <param name="Kind">What it switches.</param>
/// <param name="Name">The module's or command's name.</param>
/// <param name="IsOn">How it stands.</param>
/// <param name="SetAt">When it was set.</param>
/// <param name="SetBy">Who set it, for people: <c>name (id)</c> of an account, or a place such as "dashboard".</param>
internal sealed record OwnerSwitch(SwitchKind Kind, string Name, bool IsOn, DateTimeOffset SetAt, string SetBy);
