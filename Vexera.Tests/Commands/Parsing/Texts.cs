using CsCheck;

namespace Vexera.Tests.Commands.Parsing;

/// <summary>What people might type.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "+", "<@100>", "<@!", ">", "\"", "“", "”", "„", "«", "»", "\\", " ", "\t", "\n", "\u3000", "ping", "1w2d", "-5", "99999999999999999999",
        "\u200b", "\u202e", "\u2066", "\ud83d", "\ude00", "👩‍👩‍👧‍👦", "مرحبا", "שלום", "\0", "```", "`", "|", "é", "e\u0301",
    ];

    /// <summary>Whatever matters to a parser, and everything else: broken surrogates, right-to-left, invisible characters.</summary>
    public static Gen<string> Any { get; } = Gen.OneOf(
        Gen.String,
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Char.Select(c => c.ToString())).Array[0, 30].Select(string.Concat));
}
