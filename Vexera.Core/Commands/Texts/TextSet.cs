using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace Vexera.Core.Commands.Texts;

/// <summary>One .resx set. An accessor class beside it has a member for each key, named like the key.</summary>
/// <param name="accessor">The accessor class, whose full name is the resource's name.</param>
internal sealed class TextSet(Type accessor)
{
    private readonly ResourceManager _resources = new(accessor.FullName!, accessor.Assembly);

    /// <summary>A text without placeholders.</summary>
    /// <param name="key">Filled in by the compiler: the calling member's name.</param>
    public Text Plain([CallerMemberName] string key = "") => new(this, key, []);

    /// <summary>A text with placeholders.</summary>
    /// <param name="values">What stands for {0}, {1} and so on; a <see cref="Text"/> is put into the same language.</param>
    /// <param name="key">Filled in by the compiler: the calling member's name.</param>
    public Text With(object[] values, [CallerMemberName] string key = "") => new(this, key, values);

    /// <summary>The wording in a language, or in the nearest one there is.</summary>
    /// <exception cref="MissingManifestResourceException">No language has the key.</exception>
    public string Wording(string key, CultureInfo culture) =>
        _resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"'{key}' is not in {accessor.FullName}.resx.");
}
