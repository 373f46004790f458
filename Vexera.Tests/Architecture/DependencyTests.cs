using System.Reflection;
using NetArchTest.Rules;
using Vexera.Core.Discord;

namespace Vexera.Tests.Architecture;

/// <summary>The direction of dependency: each room of Core may use only the rooms listed for it.</summary>
public sealed class DependencyTests
{
    private const string Core = "Vexera.Core";
    private static readonly Assembly CoreAssembly = typeof(Snowflake).Assembly;

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Discord"] = [],
        ["Shards"] = ["Discord"],
        ["Telemetry"] = ["Discord"],
        ["Net"] = ["Discord", "Telemetry"],
        ["Gateway"] = ["Discord", "Net", "Shards", "Telemetry"],
        ["Rest"] = ["Discord", "Net", "Telemetry"],
        ["Storage"] = ["Discord", "Telemetry"],
        ["Events"] = ["Discord", "Telemetry"],
        ["State"] = ["Discord", "Events", "Storage", "Telemetry"],
        ["Dispatch"] = ["Discord", "Events", "Gateway", "State", "Storage", "Telemetry"],
        ["Scheduling"] = ["Discord", "Dispatch", "Net", "Rest", "Storage", "Telemetry"],
        ["Monitoring"] = ["Discord", "Net", "Shards", "State", "Storage", "Dispatch", "Telemetry"],
        ["Commands"] = ["Discord", "Events", "State", "Dispatch", "Rest", "Scheduling", "Shards", "Storage", "Telemetry"],
        ["Modules"] = ["Discord", "Events", "State", "Dispatch", "Commands", "Monitoring", "Rest", "Scheduling", "Shards", "Storage", "Telemetry"],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_OfCore_UsesOnlyWhatItMay(string room)
    {
        var forbidden = Allowed.Keys.Except(Allowed[room]).Where(other => other != room)
            .Select(other => $"{Core}.{other}").Append("Vexera.Host").Append("Vexera.Sandbox").ToArray();

        var result = Types.InAssembly(CoreAssembly).That().ResideInNamespaceStartingWith($"{Core}.{room}")
            .ShouldNot().HaveDependencyOnAny(forbidden).GetResult();

        (result.FailingTypeNames ?? []).ShouldBeEmpty($"{room} may use: {string.Join(", ", Allowed[room])}");
    }

    [Fact]
    public void Rooms_OfCore_AreAllListed()
    {
        var rooms = CoreAssembly.GetTypes()
            .Select(type => type.Namespace)
            .Where(name => name is not null && name.StartsWith(Core + ".", StringComparison.Ordinal))
            .Select(name => name!.Split('.')[2])
            .Distinct();

        rooms.Except(Allowed.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Module_OfCore_NeverSeesAnotherModule()
    {
        var modules = CoreAssembly.GetTypes()
            .Select(type => type.Namespace)
            .Where(name => name is not null && name.StartsWith($"{Core}.Modules.", StringComparison.Ordinal))
            .Select(name => string.Join('.', name!.Split('.').Take(4)))
            .Distinct()
            .ToArray();

        foreach (var module in modules)
        {
            var result = Types.InAssembly(CoreAssembly).That().ResideInNamespaceStartingWith(module)
                .ShouldNot().HaveDependencyOnAny([.. modules.Where(other => other != module)]).GetResult();
            (result.FailingTypeNames ?? []).ShouldBeEmpty($"{module} stands alone");
        }
    }

    [Fact]
    public void Sandbox_Always_KnowsNothingOfVexera()
    {
        var references = Assembly.Load("Vexera.Sandbox").GetReferencedAssemblies().Select(name => name.Name);

        references.ShouldNotContain(Core);
        references.ShouldNotContain("vexera");
    }

    [Fact]
    public void Core_Always_HasNoWebServer()
    {
        var references = CoreAssembly.GetReferencedAssemblies().Select(name => name.Name!);

        references.ShouldNotContain(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }
}
