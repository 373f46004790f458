using System.Globalization;
using System.Text;

namespace Vexera.Core.Commands.Parsing;

/// <summary>
/// Reads a line word by word. Words end at white space of any script; quotes ("…", “…”, „…“, «…») hold several words together,
/// and a backslash keeps a quote or backslash in them. A quote that is never closed is an ordinary character. Invisible
/// characters around a word are dropped, those within (as emoji have) are kept. Never throws.
/// </summary>
/// <param name="line">What follows the command's name.</param>
internal sealed class WordReader(string line)
{
    private int _position;

    /// <summary>Whether nothing but space is left.</summary>
    public bool AtEnd => Start(_position) == line.Length;

    /// <summary>The next word without taking it; null at the end.</summary>
    public Word? Peek()
    {
        var start = Start(_position);
        if (start == line.Length)
            return null;
        return Quoted(start) ?? Bare(start);
    }

    /// <summary>Moves behind a word that <see cref="Peek"/> gave.</summary>
    public void Take(Word word) => _position = word.End;

    /// <summary>Takes the next word; null at the end.</summary>
    public Word? Next()
    {
        var word = Peek();
        if (word is { } taken)
            Take(taken);
        return word;
    }

    /// <summary>Takes the rest as it was typed; quotes around the whole of it are dropped. Null at the end.</summary>
    public string? Rest()
    {
        var start = Start(_position);
        if (start == line.Length)
            return null;
        _position = line.Length;
        if (Quoted(start) is { Value.Length: > 0 } word && Start(word.End) == line.Length)
            return word.Value;
        return line[start..].TrimEnd();
    }

    private int Start(int position)
    {
        while (position < line.Length && (char.IsWhiteSpace(line[position]) || IsInvisible(line[position])))
            position++;
        return position;
    }

    private Word Bare(int start)
    {
        var end = start;
        while (end < line.Length && !char.IsWhiteSpace(line[end]))
            end++;
        var last = end;
        while (IsInvisible(line[last - 1]))
            last--;
        return new Word(line[start..last], end, Quoted: false);
    }

    private Word? Quoted(int start)
    {
        var closing = Closing(line[start]);
        if (closing.Length == 0)
            return null;
        var value = new StringBuilder();
        for (var i = start + 1; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && (line[i + 1] == '\\' || closing.Contains(line[i + 1], StringComparison.Ordinal)))
                value.Append(line[++i]);
            else if (closing.Contains(line[i], StringComparison.Ordinal) && EndsAWord(i + 1))
                return new Word(value.ToString(), i + 1, Quoted: true);
            else
                value.Append(line[i]);
        }

        return null;
    }

    private bool EndsAWord(int position) =>
        position == line.Length || char.IsWhiteSpace(line[position]) || IsInvisible(line[position]);

    private static string Closing(char opening) => opening switch
    {
        '"' => "\"",
        '“' => "”",
        '„' => "“”",
        '«' => "»",
        _ => "",
    };

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;
}
