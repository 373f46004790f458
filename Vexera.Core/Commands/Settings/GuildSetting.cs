using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Settings;

/// <summary>
/// A setting that each guild may have its own value of: declared once, by the room that owns it, so that it is shown, exported,
/// and checked before it is imported. Values are text, as they stand in the database.
/// </summary>
internal abstract class GuildSetting
{
    /// <summary>The name in the database and in exported files: lower-case letters and hyphens, never changed.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public abstract Text Title { get; }

    /// <summary>What a value may be, to stand after "allowed is".</summary>
    public abstract Text Allowed { get; }

    /// <summary>The value that holds where a guild has none of its own.</summary>
    public abstract string Default { get; }

    /// <summary>Whether a guild may have this value.</summary>
    public abstract bool IsAllowed(string value);
}
