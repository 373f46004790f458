using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Vexera.Core.Discord;

namespace Vexera.Tests.Architecture;

/// <summary>Habits of the house that no compiler checks.</summary>
public sealed partial class ConventionTests
{
    private const int LongestFile = 400;
    private static readonly string[] Projects = ["Vexera.Core", "Vexera.Host", "Vexera.Sandbox", "Vexera.Tests", "Vexera.Benchmarks"];

    [Fact]
    public void SourceFile_Always_FitsInTheHead()
    {
        var tooLong = SourceFiles()
            .Select(file => (File: file, Lines: File.ReadLines(file).Count()))
            .Where(entry => entry.Lines > LongestFile)
            .Select(entry => $"{Path.GetRelativePath(Root, entry.File)}: {entry.Lines} lines");

        tooLong.ShouldBeEmpty($"a file of more than {LongestFile} lines wants splitting");
    }

    [Fact]
    public void SourceFile_Always_SuppressesNothing()
    {
        var offenders = SourceFiles()
            .Where(file => Suppression().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Root, file));

        offenders.ShouldBeEmpty("warnings are mended, not switched off");
    }

    [Fact]
    public void SourceFile_Always_HasAFolderWithAMeaning()
    {
        var offenders = SourceFiles()
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => MeaninglessName().IsMatch(file));

        offenders.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Vexera.Core")]
    [InlineData("Vexera.Sandbox")]
    [InlineData("vexera")]
    public void Assembly_Always_HasNoMutableStatics(string assembly)
    {
        var offenders = Assembly.Load(assembly).GetTypes()
            .Where(type => !IsGenerated(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(field => $"{field.DeclaringType}.{field.Name}");

        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Core_OutsideTheWireVocabulary_IsInternal()
    {
        var offenders = typeof(Snowflake).Assembly.GetExportedTypes()
            .Where(type => type.Namespace != typeof(Snowflake).Namespace)
            .Where(type => !type.Namespace!.StartsWith("Vexera.Core.Discord.", StringComparison.Ordinal))
            .Where(type => !type.IsEnum && !type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Where(type => type.Namespace != "Vexera.Core")
            .Select(type => type.FullName);

        offenders.ShouldBeEmpty("the public API of Core is Discord's vocabulary, options and the registration");
    }

    private static string Root { get; } = FindRoot();

    private static IEnumerable<string> SourceFiles() => Projects
        .Select(project => Path.Combine(Root, project))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute))
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        || typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(type)
        || type.FullName!.Contains('<', StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    [GeneratedRegex(@"^\s*#pragma warning disable|\[(assembly: |module: )?(\w+\.)*SuppressMessage|\bSkip\s*=\s*""|\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b", RegexOptions.Multiline)]
    private static partial Regex Suppression();

    [GeneratedRegex(@"(^|[/\\])(Common|Utils?|Utilities|Helpers?|Misc)([/\\]|\.cs)|(Utils|Helpers?|Utilities)\.cs$")]
    private static partial Regex MeaninglessName();
}
