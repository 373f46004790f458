using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.Hosting;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Switches;

/// <summary>
/// What the owner switched while the bot ran. Read from the database before the first event, kept in memory, followed at once.
/// What the database does not take for now holds in this process and is written when it does.
/// </summary>
/// <param name="database">Where switches are kept.</param>
/// <param name="later">Writes when the database can be written.</param>
/// <param name="time">The clock.</param>
internal sealed class OwnerSwitches(IDatabase database, DeferredWrites later, TimeProvider time) : IHostedService, IDisposable
{
    private const string Put =
        """
        INSERT INTO owner_switches (kind, name, is_on, set_at, set_by) VALUES (@kind, @name, @isOn, @setAt, @setBy)
        ON CONFLICT (kind, name) DO UPDATE SET is_on = excluded.is_on, set_at = excluded.set_at, set_by = excluded.set_by
        """;

    private readonly ConcurrentDictionary<(SwitchKind Kind, string Name), OwnerSwitch> _switches = [];
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Raised after a switch changed. Handlers return at once and do not throw.</summary>
    public event Action? Changed;

    /// <summary>Whether the owner switched it off. Waits for nothing.</summary>
    public bool IsOff(SwitchKind kind, string name) => Find(kind, name) is { IsOn: false };

    /// <summary>The switch as the owner left it; null when it was never used.</summary>
    public OwnerSwitch? Find(SwitchKind kind, string name) => _switches.GetValueOrDefault((kind, name));

    /// <summary>Sets a switch, which holds at once.</summary>
    /// <param name="kind">What it switches.</param>
    /// <param name="name">The name as it stands in the catalog.</param>
    /// <param name="isOn">How it shall stand.</param>
    /// <param name="setBy">Who wants that, for people.</param>
    /// <param name="cancellationToken">Ends the wait for one's turn.</param>
    /// <returns>True when it is written, false when it is held in memory for now.</returns>
    /// <exception cref="StorageException">Nothing can be written, and too much is held already; nothing changed.</exception>
    public async Task<bool> SetAsync(SwitchKind kind, string name, bool isOn, string setBy, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var before = Find(kind, name);
            var after = new OwnerSwitch(kind, name, isOn, time.GetUtcNow(), setBy);
            Hold(kind, name, after);
            try
            {
                return await WriteAsync(after);
            }
            catch (StorageException)
            {
                Hold(kind, name, before);
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads the switches.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Kind, string Name, long IsOn, DateTimeOffset SetAt, string SetBy)>(
            "SELECT kind, name, is_on, set_at, set_by FROM owner_switches");
        foreach (var row in rows)
        {
            if (Enum.TryParse<SwitchKind>(row.Kind, ignoreCase: true, out var kind))
                _switches[(kind, row.Name)] = new OwnerSwitch(kind, row.Name, row.IsOn != 0, row.SetAt, row.SetBy);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    // Not to be called off half-way: what holds in memory shall be on its way to the disk.
    private Task<bool> WriteAsync(OwnerSwitch one) => later.WriteAsync(
        $"switch {one.Kind} {one.Name}",
        connection => connection.ExecuteAsync(
            Put,
            new { kind = one.Kind.ToString().ToLowerInvariant(), name = one.Name, isOn = one.IsOn ? 1L : 0L, setAt = one.SetAt, setBy = one.SetBy }),
        CancellationToken.None);

    private void Hold(SwitchKind kind, string name, OwnerSwitch? one)
    {
        if (one is null)
            _switches.TryRemove((kind, name), out _);
        else
            _switches[(kind, name)] = one;
        Changed?.Invoke();
    }
}
