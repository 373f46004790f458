using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Modules.Settings;

/// <summary>The settings of a server on one page, in one file, and its switches for commands: settings.</summary>
public sealed class SettingsOptions : IModuleOptions
{
    /// <summary>Whether the module is on. Off, what servers have set holds on. Followed while running.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The largest file that is imported, in kilobytes. 1 to 8192, 256 unless set. Followed while running.</summary>
    [Range(1, 8_192)]
    public int ImportKilobytes { get; set; } = 256;
}
