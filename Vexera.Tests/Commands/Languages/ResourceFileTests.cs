using System.Text.RegularExpressions;
using Vexera.Core.Commands.Languages;

namespace Vexera.Tests.Commands.Languages;

/// <summary>Every text in every language: there, with the same placeholders, and really in that language.</summary>
public sealed partial class ResourceFileTests
{
    // Texts that are the same in the other language too, by its code.
    private static readonly Dictionary<string, string[]> SameInBoth = new()
    {
        ["fr"] =
        [
            "Cache", "Shards", "DNS", "{0:N0} ms", "ping", "page", "action", "softban", "infractions", "permission {0}", "Permissions", "bots", "permissions",
        ],
        ["de"] =
        [
            "Cache", "Shards", "DNS", "{0:N0} ms", "Administrator", "Video", "Pong! Gateway {0}, HTTP {1}.", "ping", "text", "support", "softban",
            "System: {0}, {1}", "Moderation", "Server",
        ],
    };

    public static TheoryData<string> Sets => [.. ResourceFiles.Sets];

    private static IEnumerable<Language> Others => LanguageCatalog.All.Where(language => language != LanguageCatalog.English);

    [Fact]
    public void Sets_OfTheRepository_AreFound() => ResourceFiles.Sets.ShouldContain("Vexera.Core/Commands/CommandsText");

    [Theory]
    [MemberData(nameof(Sets))]
    public void Set_InEveryLanguage_HasEachKeyAndNoneTooMany(string set)
    {
        var keys = English(set).Keys.Order(StringComparer.Ordinal);

        foreach (var language in Others)
        {
            var own = ResourceFiles.Read(set, language);
            own.ShouldNotBeNull($"{set}.{language}.resx is missing");
            own.Keys.Order(StringComparer.Ordinal).ShouldBe(keys, $"{set}.{language}.resx has the keys of {set}.resx");
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Set_InEveryLanguage_HasTheSamePlaceholders(string set)
    {
        foreach (var (key, english) in English(set))
        {
            foreach (var language in Others)
                Shown(Text(set, key, language)).ShouldBe(Shown(english), $"{set}: {key} in {language}");
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Set_InEveryLanguage_HasAllPluralForms(string set)
    {
        foreach (var key in English(set).Keys)
        {
            foreach (var language in LanguageCatalog.All)
            {
                foreach (var forms in Placeholders(Text(set, key, language)).Select(match => match.Groups["format"].Value).Where(IsPlural))
                {
                    forms[WordingFormat.Plural.Length..].Split(WordingFormat.Between).Length
                        .ShouldBe(language.Plurals.Forms, $"{set}: {key} in {language}: '{forms}'");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Set_InEveryLanguage_IsTranslated(string set)
    {
        foreach (var (key, english) in English(set).Where(entry => Placeholder().Replace(entry.Value, "").Any(char.IsLetter)))
        {
            foreach (var language in Others)
            {
                if (Text(set, key, language) == english)
                    SameInBoth[language.Code].ShouldContain(english, $"{set}: {key} is English in {language}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Set_InFrench_HasItsPunctuation(string set)
    {
        foreach (var (key, french) in ResourceFiles.Read(set, LanguageCatalog.Find("fr")!)!)
        {
            var prose = Code().Replace(Placeholder().Replace(french, "x"), "x");
            prose.ShouldNotContain("'", Case.Sensitive, $"{set}: {key}: the apostrophe is ’");
            PlainSpace().IsMatch(prose).ShouldBeFalse($"{set}: {key}: a no-break space stands before : ; ? ! and within « »: {prose}");
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Set_InGerman_HasItsQuotes(string set)
    {
        foreach (var (key, german) in ResourceFiles.Read(set, LanguageCatalog.Find("de")!)!)
            Code().Replace(german, "x").ShouldNotContain("\"", Case.Sensitive, $"{set}: {key}: quotes are „ and “");
    }

    private static IReadOnlyDictionary<string, string> English(string set) => ResourceFiles.Read(set, LanguageCatalog.English)!;

    private static string Text(string set, string key, Language language) =>
        ResourceFiles.Read(set, language) is { } texts && texts.TryGetValue(key, out var text) ? text : "";

    private static MatchCollection Placeholders(string text) => Placeholder().Matches(text);

    private static bool IsPlural(string format) => format.StartsWith(WordingFormat.Plural, StringComparison.Ordinal);

    // Plural forms are a language's own matter.
    private static IEnumerable<string> Shown(string text) => Placeholders(text)
        .Where(match => !IsPlural(match.Groups["format"].Value))
        .Select(match => match.Value)
        .Distinct()
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<index>\d+)(:(?<format>[^}]*))?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("`[^`]*`|https?://[^ ]+")]
    private static partial Regex Code();

    [GeneratedRegex(@" [:;?!]|« | »|\w[;?!](\s|$)")]
    private static partial Regex PlainSpace();
}
