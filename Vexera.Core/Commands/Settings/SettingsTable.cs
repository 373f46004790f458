using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Settings;

/// <summary>A table of settings: one row for each owner and setting, with the columns name and value.</summary>
/// <param name="Name">The table.</param>
/// <param name="Owner">The column with the id of the guild or user.</param>
internal sealed record SettingsTable(string Name, string Owner)
{
    private readonly string _owners = $"SELECT DISTINCT {Owner} FROM {Name}";
    private readonly string _read = $"SELECT name, value FROM {Name} WHERE {Owner} = @id";
    private readonly string _clear = $"DELETE FROM {Name} WHERE {Owner} = @id AND name = @name";
    private readonly string _put =
        $"""
        INSERT INTO {Name} ({Owner}, name, value) VALUES (@id, @name, @value)
        ON CONFLICT ({Owner}, name) DO UPDATE SET value = excluded.value
        """;

    /// <summary>Who has set anything.</summary>
    public Task<IEnumerable<Snowflake>> ReadOwnersAsync(DbConnection connection) => connection.QueryAsync<Snowflake>(_owners);

    /// <summary>What somebody has set.</summary>
    public Task<IEnumerable<(string Name, string Value)>> ReadAsync(DbConnection connection, Snowflake id) =>
        connection.QueryAsync<(string Name, string Value)>(_read, new { id });

    /// <summary>Sets one, or with null goes back to its default.</summary>
    public Task PutAsync(DbConnection connection, Snowflake id, string name, string? value) =>
        connection.ExecuteAsync(value is null ? _clear : _put, new { id, name, value });
}
