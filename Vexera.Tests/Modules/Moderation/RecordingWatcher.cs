using System.Collections.Concurrent;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>Writes down what it is told of cases.</summary>
internal sealed class RecordingWatcher : ICaseWatcher
{
    private readonly ConcurrentQueue<CaseChange> _changes = [];

    public IReadOnlyList<(CaseChangeKind Kind, long Number)> Changes => [.. _changes.Select(change => (change.Kind, change.Case.Number))];

    public void OnChange(CaseChange change) => _changes.Enqueue(change);
}
