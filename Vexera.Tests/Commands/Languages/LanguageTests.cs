using System.Globalization;
using Vexera.Core.Commands.Languages;

namespace Vexera.Tests.Commands.Languages;

/// <summary>How languages write numbers and choose forms; the machine has no say in it.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "1,234,567.8", "-1,234")]
    [InlineData("fr", "1\u202f234\u202f567,8", "-1\u202f234")]
    [InlineData("de", "1.234.567,8", "-1.234")]
    public void Culture_OfALanguage_WritesNumbersItsWay(string code, string fraction, string negative)
    {
        var language = LanguageCatalog.Find(code)!;

        string.Format(language.Format, "{0:N1}", 1_234_567.8).ShouldBe(fraction);
        string.Format(language.Format, "{0:N0}", -1_234L).ShouldBe(negative);
        1_234_567.8.ToString("N1", language.Culture).ShouldBe(fraction);
    }

    [Fact]
    public void Culture_OfTheProcess_IsTheSameOnEveryMachine()
    {
        AppContext.TryGetSwitch("System.Globalization.Invariant", out var isInvariant);

        isInvariant.ShouldBeTrue();
        CultureInfo.CurrentCulture.ShouldBe(CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("en", 0, "0 servers")]
    [InlineData("en", 1, "1 server")]
    [InlineData("en", 2, "2 servers")]
    [InlineData("en", 1_001, "1,001 servers")]
    [InlineData("fr", 0, "0 server")]
    [InlineData("fr", 1, "1 server")]
    [InlineData("fr", 2, "2 servers")]
    [InlineData("de", 0, "0 servers")]
    [InlineData("de", 1, "1 server")]
    [InlineData("de", 2, "2 servers")]
    public void Plural_OfANumber_IsTheLanguagesForm(string code, int number, string expected) =>
        string.Format(LanguageCatalog.Find(code)!.Format, "{0:N0} {0:plural:server|servers}", number).ShouldBe(expected);

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(1.9, 0)]
    [InlineData(-1.5, 0)]
    [InlineData(2.0, 1)]
    [InlineData(-3.0, 1)]
    public void ZeroAndOne_Fractions_AreSingularBelowTwo(double number, int form) =>
        PluralRule.ZeroAndOne.FormOf((decimal)number).ShouldBe(form);

    [Theory]
    [InlineData("{0:plural:server}")]
    [InlineData("{0:plural:a|b|c}")]
    public void Plural_WithAWrongNumberOfForms_IsRefused(string wording) =>
        Should.Throw<FormatException>(() => string.Format(LanguageCatalog.English.Format, wording, 1));

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("DE", "de")]
    [InlineData("xx", null)]
    [InlineData(null, null)]
    public void Find_ACode_IsTheLanguageOrNone(string? code, string? expected) =>
        (LanguageCatalog.Find(code)?.Code).ShouldBe(expected);

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", "fr")]
    [InlineData("de", "de")]
    [InlineData("ja", null)]
    [InlineData(null, null)]
    public void OfLocale_OfDiscord_IsTheLanguageOrNone(string? locale, string? expected) =>
        (LanguageCatalog.OfLocale(locale)?.Code).ShouldBe(expected);

    [Fact]
    public void Of_AnyCulture_IsALanguage()
    {
        LanguageCatalog.Of(CultureInfo.InvariantCulture).ShouldBe(LanguageCatalog.English);
        LanguageCatalog.Of(new CultureInfo("ja")).ShouldBe(LanguageCatalog.English);
        LanguageCatalog.Of(new CultureInfo("de")).Code.ShouldBe("de");
    }
}
