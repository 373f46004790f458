using Dapper;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Greeting;

/// <summary>
/// The instant up to which joined guilds are known: when the database came to be, put into Discord's clock, since that is what
/// joined_at is in. Kept from its first use on, so that a clock mended later cannot turn old guilds into new ones.
/// </summary>
internal sealed class ThanksBaseline(IDatabase database, Installation installation, IDiscordClock clock) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private DateTimeOffset? _joinedUntil;

    /// <summary>The instant, by Discord's clock.</summary>
    public async ValueTask<DateTimeOffset> GetAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return _joinedUntil ??= await ReadAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private async Task<DateTimeOffset> ReadAsync(CancellationToken cancellationToken)
    {
        var ours = await installation.CreatedAtAsync(cancellationToken) + clock.Ahead;
        return await database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync(
                    "INSERT INTO thanks_baseline (id, joined_until) VALUES (1, @ours) ON CONFLICT DO NOTHING", new { ours });
                return await connection.ExecuteScalarAsync<DateTimeOffset>("SELECT joined_until FROM thanks_baseline");
            },
            cancellationToken);
    }
}
