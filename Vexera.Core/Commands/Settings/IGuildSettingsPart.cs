using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Settings;

/// <summary>
/// A part of a guild's settings, in the file that they are exported to. A module contributes one by registering it. Every method
/// throws <see cref="StorageException"/> when the database cannot be read.
/// </summary>
internal interface IGuildSettingsPart
{
    /// <summary>The property of the file: lower-case letters, never changed.</summary>
    string Name { get; }

    /// <summary>What is set, in lines for people; empty for nothing but defaults.</summary>
    ValueTask<IReadOnlyList<Text>> ShowAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>What is set, for the file; a file with an empty part sets everything back to its default.</summary>
    ValueTask<JsonNode> ExportAsync(Snowflake guildId, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the part of a file, whole: what it finds wrong it reports to <paramref name="import"/>, all of it. What is set and not
    /// in the part goes back to its default.
    /// </summary>
    /// <param name="json">The part.</param>
    /// <param name="import">Who imports, and where problems go.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What would change; null for nothing.</returns>
    ValueTask<SettingsChange?> ReadAsync(JsonElement json, SettingsImport import, CancellationToken cancellationToken);
}

/// <summary>What an import changes in one part.</summary>
/// <param name="Lines">What changes, for people.</param>
/// <param name="WriteAsync">Writes it, within the transaction of all parts.</param>
/// <param name="Committed">Called after the commit: what is kept in memory is of before.</param>
internal sealed record SettingsChange(IReadOnlyList<Text> Lines, Func<DbConnection, Task> WriteAsync, Action Committed);
