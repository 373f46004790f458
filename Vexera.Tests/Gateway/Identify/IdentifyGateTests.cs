using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>The gate of one process keeps the contract.</summary>
public sealed class IdentifyGateTests : IdentifyGateContract, IDisposable
{
    private readonly List<IdentifyGate> _gates = [];
    private readonly MemoryLedger _ledger = new();

    public void Dispose() => _gates.ForEach(gate => gate.Dispose());

    internal override IIdentifyGate Create()
    {
        var budget = new SessionBudget(_ledger, Options.Create(new GatewayOptions()), Time, NullLogger<SessionBudget>.Instance);
        _gates.Add(new IdentifyGate(budget, Time));
        return _gates[^1];
    }
}
