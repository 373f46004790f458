using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Rules;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Gateway;

/// <summary>What every connection works with.</summary>
internal sealed record GatewayServices(
    SandboxOptions Options,
    SandboxWorld World,
    SandboxStats Stats,
    SandboxFaults Faults,
    SessionDirectory Sessions,
    SessionBudget Budget,
    IdentifyGate IdentifyGate)
{
    public TimeProvider Clock => Options.TimeProvider;
    public SandboxGatewayOptions Rules => Options.Gateway;
}
