using Vexera.Sandbox.Control;
using Vexera.Sandbox.Gateway.Protocol;

namespace Vexera.Sandbox.Faults.Actions;

/// <summary>What will happen to connections and requests to come, <c>count</c> times or until it is cleared.</summary>
internal sealed class ArmedFaults(SandboxFaults faults)
{
    private const int Many = 1_000_000;
    private static readonly string[] Scopes = ["user", "shared", "global"];

    public IReadOnlyDictionary<string, Action<ControlBody>> Kinds => new Dictionary<string, Action<ControlBody>>
    {
        ["refuse-upgrade"] = body => Arm(body, GatewayFaultKind.RefuseUpgrade, fault => fault with { Code = body.Number("status", 400, 599) ?? 503 }),
        ["hang-upgrade"] = body => Arm(body, GatewayFaultKind.HangUpgrade),
        ["dead-resume-url"] = body => Arm(body, GatewayFaultKind.DeadResumeUrl),
        ["no-hello"] = body => Arm(body, GatewayFaultKind.NoHello),
        ["no-ready"] = body => Arm(body, GatewayFaultKind.NoReady),
        ["withhold-acks"] = body => Arm(body, GatewayFaultKind.WithholdAcks),
        ["close-on-identify"] = body => Arm(body, GatewayFaultKind.CloseOnIdentify, fault => fault with { Code = Code(body) }),
        ["close-on-resume"] = body => Arm(body, GatewayFaultKind.CloseOnResume, fault => fault with { Code = Code(body) }),
        ["invalidate-on-identify"] = body => Arm(body, GatewayFaultKind.InvalidateOnIdentify, fault => fault with { Resumable = body.Flag("resumable") }),
        ["invalidate-on-resume"] = body => Arm(body, GatewayFaultKind.InvalidateOnResume, fault => fault with { Resumable = body.Flag("resumable") }),
        ["slow-sends"] = body => Arm(body, GatewayFaultKind.SlowSends, fault => fault with { Delay = body.Milliseconds("delayMs") ?? TimeSpan.FromSeconds(1) }),
        ["rest"] = ArmRest,
    };

    private static int Code(ControlBody body) => body.Number("code", 4000, 4999) ?? (int)GatewayClose.UnknownError;

    private void Arm(ControlBody body, GatewayFaultKind kind, Func<GatewayFault, GatewayFault>? more = null)
    {
        var fault = new GatewayFault(kind) { Shards = body.Numbers("shards"), Count = body.Number("count", 1, Many) };
        fault = more?.Invoke(fault) ?? fault;
        body.RefuseUnknown();
        faults.Add(fault);
    }

    private void ArmRest(ControlBody body)
    {
        var scope = body.Text("scope") ?? "user";
        if (!Scopes.Contains(scope))
        {
            throw new ControlException($"\"scope\" is \"{scope}\"; it must be one of {string.Join(", ", Scopes)}.");
        }

        var fault = new RestFault
        {
            Route = body.Text("route") ?? "",
            Status = body.Number("status", 200, 599) ?? 0,
            Delay = body.Milliseconds("delayMs") ?? TimeSpan.Zero,
            Count = body.Number("count", 1, Many) ?? 1,
            Scope = scope,
            RetryAfter = body.Milliseconds("retryAfterMs") ?? TimeSpan.FromSeconds(1),
            Drop = body.Flag("drop"),
            AfterDoing = body.Flag("afterDoing"),
            BotsOnly = body.Flag("bots"),
        };
        body.RefuseUnknown();
        faults.Add(fault);
    }
}
