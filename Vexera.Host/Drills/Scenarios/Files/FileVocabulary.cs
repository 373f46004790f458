using System.Reflection;
using System.Text.RegularExpressions;
using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios.Files;

/// <summary>What a scenario file may say: every verb and every promise there is, so that a new one needs no second place.</summary>
internal static partial class FileVocabulary
{
    /// <summary>The verbs, by name: <c>ReconnectShards</c> is <c>reconnect-shards</c>.</summary>
    public static IReadOnlyDictionary<string, NamedCall> Verbs { get; } = Calls(
        typeof(GatewayVerbs).Namespace!, method => method.ReturnType == typeof(Moment), static method => Spelled(method.Name));

    /// <summary>The promises, by name: <c>Sessions.ReturnedWithin</c> is <c>sessions-returned-within</c>.</summary>
    public static IReadOnlyDictionary<string, NamedCall> Promises { get; } = Calls(
        typeof(Promised).Namespace!, method => method.ReturnType == typeof(DrillPromise), static method => Spelled(method.DeclaringType!.Name + method.Name));

    /// <summary>Several promises under one name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DrillPromise>> Sets { get; } = new Dictionary<string, IReadOnlyList<DrillPromise>>
    {
        ["always"] = Promised.Always,
        ["under-limits"] = Promised.UnderLimits,
    };

    private static Dictionary<string, NamedCall> Calls(string space, Func<MethodInfo, bool> isOne, Func<MethodInfo, string> name) =>
        typeof(FileVocabulary).Assembly.GetTypes()
            .Where(type => type.Namespace == space && type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(isOne)
            .Select(method => new NamedCall(name(method), method))
            .Where(call => call.IsReadable)
            .ToDictionary(call => call.Name);

    private static string Spelled(string name) => Hump().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Hump();
}
