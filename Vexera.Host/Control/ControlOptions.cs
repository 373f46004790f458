using Vexera.Core.Storage;

namespace Vexera.Host.Control;

/// <summary>Section <c>Control</c>: how commands on the command line reach the bot that runs.</summary>
internal sealed class ControlOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Control";

    /// <summary>
    /// The socket file at which the running bot listens for commands such as `vexera status`, relative to the working directory
    /// unless absolute. At most 107 bytes, 103 on macOS. Only its owner may connect. Beside the database unless set: where that
    /// is data/vexera.db, data/vexera.sock. Read at start.
    /// </summary>
    public string? Socket { get; set; }

    /// <summary>The full path of the socket.</summary>
    /// <param name="database">The path of the database's file as the settings name it, or null for none.</param>
    public string PathOf(string? database) => Path.GetFullPath(
        Socket is { Length: > 0 } socket
            ? socket
            : Path.ChangeExtension(database is { Length: > 0 } ? database : new StorageOptions().Path, ".sock"));
}
