using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Control;

namespace Vexera.Sandbox.Faults.Actions;

/// <summary>Every kind of fault by its name in <c>POST /sandbox/faults</c>.</summary>
internal sealed class FaultActions(ConnectionFaults connections, ArmedFaults armed, DnsFaults dns, WorldFaults world)
{
    private readonly FrozenDictionary<string, Action<ControlBody>> _kinds =
        connections.Kinds.Concat(armed.Kinds).Concat(dns.Kinds).Concat(world.Kinds).ToFrozenDictionary();

    /// <exception cref="ControlException">The kind is not known or something about it is wrong.</exception>
    public void Do(ControlBody body)
    {
        var kind = body.RequiredText("kind");
        if (!_kinds.TryGetValue(kind, out var act))
        {
            throw new ControlException($"\"kind\" is \"{kind}\"; it must be one of {string.Join(", ", _kinds.Keys.Order(StringComparer.Ordinal))}.");
        }

        act(body);
    }
}

/// <summary>Registers the faults.</summary>
internal static class FaultRegistration
{
    public static void AddFaults(this IServiceCollection services)
    {
        services.AddSingleton<SandboxFaults>();
        services.AddSingleton<IRestFaults>(provider => provider.GetRequiredService<SandboxFaults>());
        services.AddSingleton<ConnectionFaults>();
        services.AddSingleton<ArmedFaults>();
        services.AddSingleton<DnsFaults>();
        services.AddSingleton<WorldFaults>();
        services.AddSingleton<FaultActions>();
    }
}
