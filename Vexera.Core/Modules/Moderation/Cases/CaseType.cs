namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>What was done.</summary>
internal enum CaseType
{
    /// <summary>A warning.</summary>
    Warn,

    /// <summary>Discord's timeout.</summary>
    Mute,

    /// <summary>The end of a timeout, by hand.</summary>
    Unmute,

    /// <summary>Removed; may come back.</summary>
    Kick,

    /// <summary>Banned, for a time or for ever.</summary>
    Ban,

    /// <summary>Banned and unbanned at once: removed, with recent messages.</summary>
    Softban,

    /// <summary>The end of a ban, by hand.</summary>
    Unban,

    /// <summary>Disconnected from a voice channel.</summary>
    VoiceKick,
}

/// <summary>How a ban or mute ceased to hold.</summary>
internal enum CaseEnding
{
    /// <summary>Its time was over.</summary>
    Ended,

    /// <summary>Somebody lifted it, with the bot or in Discord's own menus.</summary>
    Lifted,

    /// <summary>A later case took its place.</summary>
    Replaced,
}

/// <summary>What else there is to say of a case.</summary>
[Flags]
internal enum CaseNotes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The target could not be told by direct message.</summary>
    DmClosed = 1,

    /// <summary>The bot was cut off, and later found Discord to be as it was asked to be.</summary>
    FoundLater = 2,

    /// <summary>The target was banned by others before: the ban in Discord is theirs, with their reason.</summary>
    TakenOver = 4,
}
