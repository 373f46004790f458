namespace Vexera.Host.Drills.Processes;

/// <summary>The demo's people, by the part that they have in its guilds.</summary>
internal enum SandboxPart
{
    /// <summary>Owns the guilds, and the bot.</summary>
    Owner,

    /// <summary>Moderates.</summary>
    Moderator,

    /// <summary>Moderates nothing.</summary>
    Member,
}
