namespace Vexera.Core.Modules.Permissions;

/// <summary>The commands about permission nodes: perms add, deny, remove, list, clear, nodes, explain.</summary>
public sealed class PermissionsOptions : IModuleOptions
{
    /// <summary>Whether the module is on. Off, the rules that servers have set hold all the same. Followed while running.</summary>
    public bool Enabled { get; set; } = true;
}
