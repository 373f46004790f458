namespace Vexera.Core.Modules.Moderation;

/// <summary>Warnings, mutes, kicks and bans, and the cases that keep them.</summary>
public sealed class ModerationOptions : IModuleOptions
{
    /// <summary>
    /// Whether the module is on. Off, its commands are gone; bans and mutes for a time end all the same. Followed while running.
    /// </summary>
    public bool Enabled { get; set; } = true;
}
