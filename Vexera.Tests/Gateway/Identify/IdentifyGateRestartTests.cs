using Vexera.Core.Gateway.Identify;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>The gate of one process knows what the process before sent.</summary>
public sealed class IdentifyGateRestartTests : IdentifyGateRestartContract, IDisposable
{
    private readonly IdentifyGates _gates = new();

    public void Dispose() => _gates.Dispose();

    internal override IIdentifyGate Create() => _gates.Create(Time);
}
