using System.Collections.Concurrent;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Gateway;

/// <summary>IDENTIFYs that each application has left today.</summary>
internal sealed class SessionBudget(SandboxOptions options, SandboxWorld world) : IGatewayDirectory
{
    private const string Domain = "discord.test";
    private const int LeastTotal = 1_000;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<ulong, Ledger> _ledgers = [];

    public GatewayBot For(ulong applicationId, string host) =>
        new(AddressAt(host), options.Shards, Of(applicationId));

    public Uri AddressAt(string host) => new($"ws://{Announced("gateway", host)}{GatewayEndpoint.Path}");

    // As on Discord, another name than the gateway's, which nobody has asked for before.
    public Uri ResumeAddressAt(string host) => new($"ws://{Announced("gateway-resume", host)}{GatewayEndpoint.ResumePath}");

    public SessionStartLimit Of(ulong applicationId)
    {
        var ledger = Current(applicationId);
        return new SessionStartLimit(Total, Math.Max(0, ledger.Remaining), ledger.ResetAt - world.Now, options.MaxConcurrency);
    }

    /// <summary>Takes one IDENTIFY; false when none is left.</summary>
    public bool TrySpend(ulong applicationId)
    {
        while (true)
        {
            var ledger = Current(applicationId);
            if (ledger.Remaining <= 0)
            {
                return false;
            }

            if (_ledgers.TryUpdate(applicationId, ledger with { Remaining = ledger.Remaining - 1 }, ledger))
            {
                return true;
            }
        }
    }

    /// <summary>Sets what is left, and when it is whole again.</summary>
    public void Set(ulong applicationId, int remaining, TimeSpan? resetAfter = null) =>
        _ledgers[applicationId] = new Ledger(remaining, world.Now + (resetAfter ?? Day));

    private string Announced(string name, string host) =>
        options.Dns is null ? host : new UriBuilder($"ws://{host}") { Host = $"{name}.{Domain}" }.Uri.Authority;

    private int Total => options.Gateway.SessionStartTotal
        ?? (options.Guilds > 2_500 ? Math.Max(2_000, options.Guilds / 1_000 * 5) : LeastTotal);

    private Ledger Current(ulong applicationId)
    {
        var fresh = new Ledger(Total, world.Now + Day);
        return _ledgers.AddOrUpdate(applicationId, fresh, (_, present) => present.ResetAt <= world.Now ? fresh : present);
    }

    private sealed record Ledger(int Remaining, DateTimeOffset ResetAt);
}
