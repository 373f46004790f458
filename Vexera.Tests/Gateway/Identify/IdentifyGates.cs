using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>Gates of processes that run one after the other on one ledger.</summary>
internal sealed class IdentifyGates : IDisposable
{
    private readonly List<IdentifyGate> _gates = [];
    private readonly MemoryLedger _ledger = new();

    public IdentifyGate Create(TimeProvider time)
    {
        var budget = new SessionBudget(_ledger, Options.Create(new GatewayOptions()), time, NullLogger<SessionBudget>.Instance);
        _gates.Add(new IdentifyGate(budget, time));
        return _gates[^1];
    }

    public void Dispose() => _gates.ForEach(gate => gate.Dispose());
}
