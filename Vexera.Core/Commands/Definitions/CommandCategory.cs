using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Definitions;

/// <summary>A chapter of the help, and the first half of permission nodes.</summary>
/// <param name="Name">Lower-case letters, such as <c>basics</c>.</param>
/// <param name="Title">The chapter's heading.</param>
internal sealed record CommandCategory(string Name, Text Title);
