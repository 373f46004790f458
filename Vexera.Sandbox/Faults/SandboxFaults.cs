namespace Vexera.Sandbox.Faults;

/// <summary>The faults that are switched on, oldest first.</summary>
internal sealed class SandboxFaults : IRestFaults
{
    private readonly Lock _gate = new();
    private readonly List<RestFault> _rest = [];
    private readonly List<GatewayFault> _gateway = [];
    private readonly List<DnsFault> _dns = [];

    public IReadOnlyList<RestFault> Rest
    {
        get
        {
            lock (_gate)
            {
                return [.. _rest];
            }
        }
    }

    public IReadOnlyList<GatewayFault> Gateway
    {
        get
        {
            lock (_gate)
            {
                return [.. _gateway];
            }
        }
    }

    public IReadOnlyList<DnsFault> Dns
    {
        get
        {
            lock (_gate)
            {
                return [.. _dns];
            }
        }
    }

    public void Add(DnsFault fault)
    {
        lock (_gate)
        {
            _dns.Add(fault);
        }
    }

    public void Add(RestFault fault)
    {
        lock (_gate)
        {
            _rest.Add(fault);
        }
    }

    public void Add(GatewayFault fault)
    {
        lock (_gate)
        {
            _gateway.Add(fault);
        }
    }

    public RestFault? Take(string route, bool isBot)
    {
        lock (_gate)
        {
            var index = _rest.FindIndex(fault => (isBot || !fault.BotsOnly) && route.Contains(fault.Route, StringComparison.OrdinalIgnoreCase));
            return index < 0 ? null : Use(_rest, index, fault => fault.Count > 1 ? fault with { Count = fault.Count - 1 } : null);
        }
    }

    /// <summary>The fault of a kind that hits a shard, used up by one; null when none does.</summary>
    /// <param name="kind">What could go wrong now.</param>
    /// <param name="shardId">Null while it is not known.</param>
    public GatewayFault? Take(GatewayFaultKind kind, int? shardId = null)
    {
        lock (_gate)
        {
            var index = _gateway.FindIndex(fault =>
                fault.Kind == kind && (fault.Shards is null || shardId is null || fault.Shards.Contains(shardId.Value)));
            return index < 0 ? null : Use(_gateway, index, Next);
        }

        static GatewayFault? Next(GatewayFault fault) => fault.Count switch
        {
            null => fault,
            > 1 => fault with { Count = fault.Count - 1 },
            _ => null,
        };
    }

    /// <summary>The fault that hits a question, used up by one; null when none does.</summary>
    /// <param name="name">The name in question.</param>
    /// <param name="type">The type, such as <c>AAAA</c>.</param>
    public DnsFault? TakeDns(string name, string type)
    {
        lock (_gate)
        {
            var index = _dns.FindIndex(fault => (fault.Name.Length == 0 || fault.Name == name) && (fault.Type.Length == 0 || fault.Type == type));
            if (index < 0)
            {
                return null;
            }

            var met = _dns[index] = _dns[index] with { Met = _dns[index].Met + 1 };
            return met.Met % met.Every == 0 ? Use(_dns, index, fault => fault.Count is null or > 1 ? fault with { Count = fault.Count - 1 } : null) : null;
        }
    }

    public void ClearDns()
    {
        lock (_gate)
        {
            _dns.Clear();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _dns.Clear();
            _rest.Clear();
            _gateway.Clear();
        }
    }

    private static T Use<T>(List<T> faults, int index, Func<T, T?> next)
        where T : class
    {
        var fault = faults[index];
        if (next(fault) is { } left)
        {
            faults[index] = left;
        }
        else
        {
            faults.RemoveAt(index);
        }

        return fault;
    }
}
