using Vexera.Core.Gateway.Identify;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>The gate of one process keeps the contract.</summary>
public sealed class IdentifyGateTests : IdentifyGateContract, IDisposable
{
    private readonly IdentifyGates _gates = new();

    public void Dispose() => _gates.Dispose();

    internal override IIdentifyGate Create() => _gates.Create(Time);
}
