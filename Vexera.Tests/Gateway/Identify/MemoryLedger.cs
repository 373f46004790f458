using System.Collections.Concurrent;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>A ledger that outlives the budgets of a test, and fails or hangs when it shall.</summary>
internal sealed class MemoryLedger : IIdentifyLedger
{
    private readonly ConcurrentQueue<IdentifyRecord> _written = new();

    public IdentifyRecord? Record { get; set; }

    public Exception? Failure { get; set; }

    /// <summary>What every call waits for.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public IReadOnlyList<IdentifyRecord> Written => [.. _written];

    public async Task<IdentifyRecord?> ReadAsync(CancellationToken cancellationToken)
    {
        await AnswerAsync();
        return Record;
    }

    public async Task WriteAsync(IdentifyRecord record, CancellationToken cancellationToken)
    {
        await AnswerAsync();
        _written.Enqueue(record);
        Record = record;
    }

    private async Task AnswerAsync()
    {
        if (Failure is { } failure)
            throw failure;
        if (Hold is { } hold)
            await hold.Task;
    }
}
