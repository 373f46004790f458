using Microsoft.Extensions.Logging;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Gateway.Identify;

/// <summary>
/// Reads and writes the ledger without ever holding the fleet up for long: when it fails or is slow the fleet goes on, and what
/// could not be written is written with the next record.
/// </summary>
internal sealed class IdentifyRecorder(IIdentifyLedger ledger, TimeProvider time, ILogger logger)
{
    /// <summary>How long the fleet waits for the ledger.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Line _line = new();
    private readonly LogPace _pace = new(TimeSpan.FromMinutes(1), time);
    private IdentifyRecord? _written;

    /// <summary>What is on record; null when nothing is, or when it cannot be told.</summary>
    public async Task<IdentifyRecord?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => ledger.ReadAsync(cancellationToken), cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            GatewayLog.LedgerUnreadable(logger, failure.Message);
            return null;
        }
    }

    /// <summary>Puts on record what is current when the turn comes, so that one write may serve several who wait.</summary>
    public async Task WriteAsync(Func<IdentifyRecord> current, CancellationToken cancellationToken)
    {
        try
        {
            await WriteInTurnAsync(current).WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            Tell($"no answer within {Patience.TotalSeconds:0} s");
        }
    }

    // A database call may block the thread that makes it.
    private Task WriteInTurnAsync(Func<IdentifyRecord> current) => Task.Run(async () =>
    {
        await _line.EnterAsync(CancellationToken.None);
        try
        {
            var record = current();
            if (record == _written)
                return;
            await ledger.WriteAsync(record, CancellationToken.None);
            _written = record;
        }
        catch (Exception failure)
        {
            Tell(failure.Message);
        }
        finally
        {
            _line.Leave();
        }
    });

    private void Tell(string reason)
    {
        if (_pace.TryTell(out _))
            GatewayLog.LedgerUnwritable(logger, reason);
    }
}
