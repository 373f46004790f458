using System.Data.Common;
using Vexera.Core.Discord;

namespace Vexera.Core.Storage.Caching;

/// <summary>Reads the rows that some guilds or users have, for a <see cref="RowCache{TValue}"/>.</summary>
/// <typeparam name="TValue">What the rows of one owner make.</typeparam>
internal interface IRowReader<TValue>
{
    /// <summary>Who has rows.</summary>
    Task<IEnumerable<Snowflake>> ReadOwnersAsync(DbConnection connection);

    /// <summary>What somebody's rows make, together with what could not be written yet.</summary>
    Task<TValue> ReadAsync(DbConnection connection, Snowflake owner);

    /// <summary>The database cannot be read. Told once until it can again.</summary>
    void NoteUnreadable(Exception error);

    /// <summary>The database can be read again.</summary>
    void NoteReadable();
}
