using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>Types of cases in words.</summary>
internal static class CaseTypeNames
{
    private static readonly TextSet Set = new(typeof(CaseTypeNames));

    /// <summary>The type, in lower-case words where the language has them.</summary>
    public static Text Of(CaseType type) => Set.Plain(type.ToString());
}
