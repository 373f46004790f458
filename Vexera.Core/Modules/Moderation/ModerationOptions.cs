namespace Vexera.Core.Modules.Moderation;

/// <summary>Warnings, mutes, kicks and bans, and the cases that keep them.</summary>
public sealed class ModerationOptions : IModuleOptions
{
    /// <summary>
    /// Whether the module is on. Off, its commands are gone, and bans for a time that are over wait until it is on again. Followed
    /// while running.
    /// </summary>
    public bool Enabled { get; set; } = true;
}
