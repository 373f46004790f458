using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Vexera.Core.Telemetry;
using Vexera.Tests.Support;

namespace Vexera.Tests.Architecture;

/// <summary>Instruments are in one place, named as OpenTelemetry names them, documented, and their tags are few and bounded.</summary>
public sealed partial class MeterTagTests
{
    /// <summary>Each with how many values it may have at most, and why it ends there.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["event"] = "events that Vexera knows by name; all others are unknown",
        ["module"] = "modules in the catalog",
        ["reason"] = "words in the source",
        ["outcome"] = "words in the source",
        ["state"] = "members of ShardState",
        ["quantile"] = "0.5 and 1",
        ["window"] = "1m, 5m, 30m",
        ["code"] = "documented close codes; all others are other",
        ["kind"] = "members of BadFrameKind; kinds of due work in the source",
        ["route"] = "routes in the source, without ids",
        ["status"] = "HTTP statuses",
        ["scope"] = "members of RateLimitScope",
        ["host"] = "hosts of settings and of Discord's gateway",
        ["command"] = "commands in the source",
        ["component"] = "buttons and selects in the source",
        ["sink"] = "words in the source",
        ["otel.metric.overflow"] = "true",
    };

    [Fact]
    public void Tags_InCore_AreAllListedAsBounded()
    {
        var tags = TagNames().Distinct().Order().ToArray();

        tags.ShouldContain("event");
        tags.Except(Allowed.Keys).ShouldBeEmpty("say here what bounds its values; ids of guilds and users never are");
    }

    [Fact]
    public void Instruments_InCore_AreMadeInOnePlace()
    {
        var makers = Methods("Vexera.Core").Concat(Methods("vexera"))
            .Where(pair => pair.Called.DeclaringType.FullName == typeof(Meter).FullName && pair.Called.Name.StartsWith("Create", StringComparison.Ordinal))
            .Select(pair => pair.Type.Namespace + "." + pair.Type.Name)
            .Distinct();

        makers.ShouldAllBe(maker => maker == typeof(VexeraMetrics).FullName || maker.StartsWith("Vexera.Core.Telemetry.Instruments.", StringComparison.Ordinal));
    }

    [Fact]
    public void Instruments_Always_AreNamedAndDocumented()
    {
        var published = Published();
        var document = File.ReadAllText(RepositoryRoot.File("docs", "telemetry.md"));

        published.Count.ShouldBeGreaterThan(30);
        foreach (var instrument in published)
        {
            NamePattern().IsMatch(instrument.Name).ShouldBeTrue(instrument.Name);
            instrument.Unit.ShouldNotBeNullOrEmpty(instrument.Name);
            instrument.Description.ShouldNotBeNullOrEmpty(instrument.Name);
            document.ShouldContain($"| `{instrument.Name}` |", customMessage: "a row of docs/telemetry.md");
        }
    }

    private static List<Instrument> Published()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var published = new List<Instrument>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
                published.Add(instrument);
        };
        listener.Start();
        _ = new VexeraMetrics(factory);
        return published;
    }

    // A tag is a new KeyValuePair<string, object?> whose key stands in the source.
    private static IEnumerable<string> TagNames()
    {
        using var module = ModuleDefinition.ReadModule(Assembly.Load("Vexera.Core").Location);
        // The same pairs carry the parts of log messages, in classes of their own.
        var methods = module.GetTypes().Where(type => !Outermost(type).Name.EndsWith("Log", StringComparison.Ordinal))
            .SelectMany(type => type.Methods).Where(method => method.HasBody);
        foreach (var method in methods)
        {
            foreach (var instruction in method.Body.Instructions)
            {
                if (instruction.Operand is MethodReference { Name: ".ctor" } called
                    && called.DeclaringType.FullName == "System.Collections.Generic.KeyValuePair`2<System.String,System.Object>"
                    && KeyBefore(instruction) is { } key)
                {
                    yield return key;
                }
            }
        }
    }

    // The nearest text before the call that is followed by the value: the first that is loaded since the call before.
    private static string? KeyBefore(Instruction call)
    {
        string? key = null;
        for (var before = call.Previous; before is not null; before = before.Previous)
        {
            if (before.OpCode == OpCodes.Newobj || before.OpCode == OpCodes.Stsfld || before.OpCode == OpCodes.Stfld)
                break;
            if (before.OpCode == OpCodes.Ldstr)
                key = (string)before.Operand;
        }

        return key;
    }

    private static List<(TypeDefinition Type, MethodReference Called)> Methods(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(Assembly.Load(assembly).Location);
        return [.. from type in module.GetTypes()
                   from method in type.Methods
                   where method.HasBody
                   from instruction in method.Body.Instructions
                   where instruction.Operand is MethodReference
                   select (Outermost(type), (MethodReference)instruction.Operand)];
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex("^(vexera|process)(\\.[a-z][a-z0-9_]*)+$")]
    private static partial Regex NamePattern();
}
