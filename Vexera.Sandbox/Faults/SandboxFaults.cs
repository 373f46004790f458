namespace Vexera.Sandbox.Faults;

/// <summary>The faults that are switched on.</summary>
internal sealed class SandboxFaults : IRestFaults
{
    private readonly Lock _gate = new();
    private readonly List<RestFault> _rest = [];

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

    public void Add(RestFault fault)
    {
        lock (_gate)
        {
            _rest.Add(fault);
        }
    }

    public RestFault? Take(string route)
    {
        lock (_gate)
        {
            var index = _rest.FindIndex(fault => route.Contains(fault.Route, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                return null;
            }

            var fault = _rest[index];
            if (fault.Count > 1)
            {
                _rest[index] = fault with { Count = fault.Count - 1 };
            }
            else
            {
                _rest.RemoveAt(index);
            }

            return fault;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rest.Clear();
        }
    }
}
