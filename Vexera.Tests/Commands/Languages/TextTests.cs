using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;

namespace Vexera.Tests.Commands.Languages;

/// <summary>How texts are said, and what becomes of one that a language lacks.</summary>
public sealed class TextTests
{
    private static readonly TextSet Set = new(typeof(Fallback));
    private static readonly Language French = LanguageCatalog.Find("fr")!;

    [Fact]
    public void In_LanguageLacksTheText_IsEnglishWithItsPluralForms()
    {
        var text = new Text(Set, "Missing", [0, 1_234]);

        text.In(French.Culture).ShouldBe("0 servers of 1,234");
        new Text(Set, "Whole", [1_234]).In(French.Culture).ShouldBe("1\u202f234 serveurs");
    }

    [Fact]
    public void In_TextAsAValue_IsSaidInTheSameLanguage()
    {
        var inner = new Text(Set, "Whole", [2]);

        new Text(Set, "Around", [inner]).In(French.Culture).ShouldBe("(2 serveurs)");
        new Text(Set, "Around", [inner]).In(LanguageCatalog.English.Culture).ShouldBe("(2 servers)");
    }

    [Fact]
    public void In_UnknownCulture_IsEnglish() =>
        new Text(Set, "Whole", [1]).In(new System.Globalization.CultureInfo("ja")).ShouldBe("1 server");
}

/// <summary>The set Fallback.resx, whose French lacks a text.</summary>
internal static class Fallback;
