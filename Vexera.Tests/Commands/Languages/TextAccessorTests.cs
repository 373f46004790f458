using System.Globalization;
using System.Reflection;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Tests.Commands.Languages;

/// <summary>Every member that gives a text, said in every language with all kinds of numbers.</summary>
public sealed class TextAccessorTests
{
    private static readonly int[] Numbers = [0, 1, 2, 1_000_000];

    public static TheoryData<string> Accessors => [.. Types.Select(type => type.FullName!)];

    private static IEnumerable<Type> Types => typeof(Snowflake).Assembly.GetTypes()
        .Where(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Any(one => one.FieldType == typeof(TextSet)));

    [Fact]
    public void Accessors_OfCore_AreFound() => Types.Count().ShouldBeGreaterThan(8);

    [Theory]
    [MemberData(nameof(Accessors))]
    public void Text_OfEveryMember_CanBeSaidInEveryLanguage(string accessor)
    {
        var type = typeof(Snowflake).Assembly.GetType(accessor)!;
        var keys = KeysOf(accessor);
        foreach (var member in type.GetMethods(BindingFlags.Static | BindingFlags.Public).Where(method => keys.Contains(KeyOf(method))))
        {
            foreach (var number in Numbers)
            {
                var text = (Text)member.Invoke(null, [.. member.GetParameters().Select(parameter => ValueOf(parameter.ParameterType, number))])!;
                foreach (var language in LanguageCatalog.All)
                {
                    var said = text.In(language.Culture);
                    said.ShouldNotBeNullOrWhiteSpace($"{accessor}.{member.Name} in {language}");
                    said.ShouldNotContain("plural:", Case.Sensitive, $"{accessor}.{member.Name} in {language}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Accessors))]
    public void Wording_WithoutAMember_IsNotThere(string accessor)
    {
        var type = typeof(Snowflake).Assembly.GetType(accessor)!;
        var members = type.GetMethods(BindingFlags.Static | BindingFlags.Public).Select(KeyOf).ToHashSet();
        var keys = KeysOf(accessor);

        // Sets of names are asked by key.
        if (members.Overlaps(keys))
            keys.Except(members).ShouldBeEmpty($"texts of {accessor} that nobody says");
    }

    [Fact]
    public void PermissionNames_OfEveryPermission_AreInEveryLanguage()
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            foreach (var language in LanguageCatalog.All)
                PermissionNames.Of(permission).In(language.Culture).ShouldNotBeNullOrWhiteSpace($"{permission} in {language}");
        }
    }

    private static string KeyOf(MethodInfo method) => method.IsSpecialName ? method.Name["get_".Length..] : method.Name;

    private static IReadOnlyCollection<string> KeysOf(string accessor)
    {
        var file = Path.Combine("Vexera.Core", accessor["Vexera.Core.".Length..].Replace('.', Path.DirectorySeparatorChar));
        var texts = ResourceFiles.Read(file, LanguageCatalog.English);
        texts.ShouldNotBeNull($"{accessor} has its {file}.resx");
        return [.. texts.Keys];
    }

    private static object ValueOf(Type type, int number) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => "x",
        TypeCode.Object when type == typeof(Text) => PermissionNames.Of(Permission.BanMembers),
        TypeCode.Object when type == typeof(Language) => LanguageCatalog.English,
        TypeCode.Object when type == typeof(Uri) => new Uri("https://example.org"),
        TypeCode.Object when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
        TypeCode.Object when type == typeof(TimeSpan) => TimeSpan.FromMinutes(number),
        TypeCode.Object => type.IsValueType ? Activator.CreateInstance(type)! : throw new NotSupportedException($"Say here what stands for a {type}."),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
        _ => Convert.ChangeType(number, type, CultureInfo.InvariantCulture),
    };
}
