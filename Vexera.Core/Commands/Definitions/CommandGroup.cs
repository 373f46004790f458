using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Definitions;

/// <summary>A first word that several commands share, such as <c>perms</c> in <c>perms add</c>. One instance for all of them.</summary>
/// <param name="Name">The word in both forms: 1–32 lower-case letters, digits, - and _.</param>
/// <param name="Description">One line on what its commands are about, at most 100 characters.</param>
internal sealed record CommandGroup(string Name, Text Description)
{
    /// <summary>Other words for it in the prefix form.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
