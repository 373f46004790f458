using System.Reflection;
using System.Runtime.CompilerServices;

namespace Vexera.Tests.Support;

/// <summary>
/// How much memory objects keep, reckoned from their fields as a 64-bit runtime lays them out: what the garbage collector
/// would tell if nothing else ran beside.
/// </summary>
internal static class RetainedSize
{
    private const int Header = 16;
    private const int ArrayHeader = 24;

    /// <summary>Bytes of all objects that can be reached from <paramref name="roots"/>, each counted once.</summary>
    public static long Of(params object[] roots)
    {
        var seen = new HashSet<object>(roots, ReferenceEqualityComparer.Instance);
        var open = new Stack<object>(seen);
        var bytes = 0L;
        while (open.TryPop(out var next))
        {
            bytes += SizeOf(next);
            foreach (var reference in ReferencesOf(next).Where(seen.Add))
                open.Push(reference);
        }

        return bytes;
    }

    private static long SizeOf(object one) => Aligned(one switch
    {
        string text => Header + 6 + (2L * text.Length),
        Array array => ArrayHeader + ((long)array.Length * SizeOfField(array.GetType().GetElementType()!)),
        _ => Header + FieldsOf(one.GetType()).Sum(field => SizeOfField(field.FieldType)),
    });

    private static IEnumerable<object> ReferencesOf(object one) => one switch
    {
        string or Type or Delegate or Pointer => [],
        Array array => array.GetType().GetElementType()!.IsPrimitive ? [] : array.Cast<object?>().SelectMany(ReferencesIn),
        _ => FieldsOf(one.GetType()).Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer).SelectMany(field => ReferencesIn(field.GetValue(one))),
    };

    private static IEnumerable<object> ReferencesIn(object? value) => value switch
    {
        null => [],
        ValueType inline => ReferencesOf(inline),
        _ => [value],
    };

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return field;
        }
    }

    private static int SizeOfField(Type type) => RuntimeHelpers.SizeOf(type.TypeHandle);

    private static long Aligned(long bytes) => (bytes + 7) & ~7;
}
