using System.Buffers;

namespace Vexera.Core.Events;

/// <summary>
/// Finds one property of a JSON object without reading the rest. Discord writes ids late in a payload, so the search goes
/// from the end and checks, by what it found onwards closes, that it stands in the outermost object. Never throws; of malformed
/// JSON the answer means nothing.
/// </summary>
internal static class TopLevelProperty
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    /// <summary>Finds a property; of several with one name the last.</summary>
    /// <param name="json">One object in UTF-8.</param>
    /// <param name="quotedName">The name in its quotation marks.</param>
    /// <param name="value">The JSON from the value's first byte onwards.</param>
    public static bool TryFind(ReadOnlySpan<byte> json, ReadOnlySpan<byte> quotedName, out ReadOnlySpan<byte> value)
    {
        var at = json.LastIndexOf(quotedName);
        if (at < 0)
        {
            value = default;
            return false;
        }

        return (at > 0 && json[at - 1] != (byte)'\\' && TryValueAfter(json[(at + quotedName.Length)..], out value) && BraceBalance.Of(value) == -1)
            || TryFindFromStart(json, quotedName, out value);
    }

    private static bool TryFindFromStart(ReadOnlySpan<byte> json, ReadOnlySpan<byte> quotedName, out ReadOnlySpan<byte> value)
    {
        value = default;
        var found = false;
        var depth = 0;
        for (var at = 0; at < json.Length;)
        {
            var next = json[at..].IndexOfAny(Structure);
            if (next < 0)
                break;
            at += next;
            if (json[at] == (byte)'"')
            {
                var end = EndOfString(json, at);
                if (depth == 1 && json[at..end].SequenceEqual(quotedName) && TryValueAfter(json[end..], out var candidate))
                {
                    value = candidate;
                    found = true;
                }

                at = end;
                continue;
            }

            depth += json[at] is (byte)'{' or (byte)'[' ? 1 : -1;
            at++;
        }

        return found;
    }

    private static int EndOfString(ReadOnlySpan<byte> json, int openingQuote)
    {
        var at = openingQuote + 1;
        while (at < json.Length)
        {
            var next = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
                break;
            at += next;
            if (json[at] == (byte)'"')
                return at + 1;
            at += 2;
        }

        return json.Length;
    }

    private static bool TryValueAfter(ReadOnlySpan<byte> afterName, out ReadOnlySpan<byte> value)
    {
        var rest = afterName.TrimStart(" \t\r\n"u8);
        var isName = !rest.IsEmpty && rest[0] == (byte)':';
        value = isName ? rest[1..].TrimStart(" \t\r\n"u8) : default;
        return isName;
    }
}
