namespace Vexera.Core.Modules.Switches;

/// <summary>The owner's commands that switch modules and commands for every server: module, command.</summary>
public sealed class SwitchesOptions : IModuleOptions
{
    /// <summary>Whether the module is on. Off, what was switched before stays as it is. Followed while running.</summary>
    public bool Enabled { get; set; } = true;
}
