using System.Text.Json;
using Vexera.Host.Drills.Scenarios;
using Vexera.Host.Drills.Scenarios.Files;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Drills.Scenarios;

/// <summary>Scenarios that operators write as files.</summary>
public sealed class ScenarioFileTests
{
    private const string ResumeStorm = """
        {
          // as the built one
          "name": "resume-storm", "shards": 16, "guilds": 2000, "rate": 500,
          "settings": { "Net:Freshness": "00:00:05", "Dispatch:MaxParallel": 16 },
          "steps": [
            { "at": "0:00:00", "do": "resolver", "delay": "00:00:02" },
            { "at": "0:00:00", "do": "slow-handler", "takes": "00:00:01" },
            { "at": "0:00:06", "do": "drop", "within": "00:01:00" },
            { "at": "0:00:10", "do": "restart" },
            { "at": "0:00:16", "do": "reconnect-shards", "from": 0, "share": 0.5 },
          ],
          "promises": [ "always", "messages-none-doubled", { "promise": "sessions-returned-within", "bar": "00:00:10" } ]
        }
        """;

    [Fact]
    public void Read_OfAWholeFile_MakesTheScenarioThatCodeMakes()
    {
        var scenario = Read(ResumeStorm);

        (scenario.Name, scenario.Shards, scenario.Guilds, scenario.Rate).ShouldBe(("resume-storm", 16, 2000, 500));
        scenario.Settings(500).ShouldBe(new Dictionary<string, string> { ["Net:Freshness"] = "00:00:05", ["Dispatch:MaxParallel"] = "16" }, ignoreOrder: true);
        scenario.Moments.Select(moment => (moment.Time, moment.Steps.Count)).ShouldBe([("0:00:00", 2), ("0:00:06", 1), ("0:00:10", 1), ("0:00:16", 1)]);
        scenario.Moments[0].Steps[0].Text.ShouldBe(Vexera.Host.Wording.With(Vexera.Host.DrillText.ResolverSlow, 2));
        scenario.Promises.Count.ShouldBe(Vexera.Host.Drills.Promises.Promised.Always.Count + 2);
    }

    [Theory]
    [InlineData("\"do\": \"dorp\", \"within\": \"00:01:00\"", "steps[0].do", "'drop'")]
    [InlineData("\"do\": \"nonsense of its own\"", "steps[0].do", "resolver-refuses")]
    [InlineData("\"do\": \"drop\"", "steps[0]", "'within'")]
    [InlineData("\"do\": \"drop\", \"within\": \"soon\"", "steps[0].within", "00:00:10")]
    [InlineData("\"do\": \"drop\", \"within\": \"-00:00:10\"", "steps[0].within", "00:00:10")]
    [InlineData("\"do\": \"kill\", \"within\": \"00:01:00\"", "steps[0].within", "kill takes no values")]
    [InlineData("\"do\": \"new-guilds\", \"count\": 1.5", "steps[0].count", "whole number")]
    [InlineData("\"do\": \"new-guilds\", \"count\": 1, \"count\": 2", "steps[0].count", "twice")]
    [InlineData("\"do\": \"reconnect-shards\", \"from\": 0, \"share\": 5", "steps[0].share", "from 0 to 1")]
    [InlineData("\"do\": \"outage\", \"share\": 1.5", "steps[0].share", "from 0 to 1")]
    [InlineData("\"do\": \"expect\", \"rule\": \"QueueFul\"", "steps[0].rule", "QueueFill")]
    [InlineData("\"do\": \"rate-limits\", \"route\": \"POST\", \"scope\": \"all\", \"retryAfter\": \"00:00:01\", \"count\": 1", "steps[0].scope", "shared")]
    [InlineData("\"do\": \"requests-fail\", \"route\": \"POST\", \"status\": 200, \"count\": 1", "steps[0].status", "from 400 to 599")]
    public void Read_OfAWrongStep_NamesTheValueThePlaceAndWhatIsAllowed(string step, string place, string allowed)
    {
        var error = Errors($$"""{ "name": "x", "steps": [ { "at": "0:00:00", {{step}} } ], "promises": [ "always" ] }""").ShouldHaveSingleItem();

        error.ShouldContain(place);
        error.ShouldContain(allowed);
    }

    [Fact]
    public void Read_OfAClockSetBack_TakesATimeBelowZero() => Read(
        """{ "name": "x", "steps": [ { "at": "0:00:00", "do": "set-clock", "ahead": "-02:00:00" } ], "promises": [ "always" ] }""")
        .Moments[0].Steps[0].Text.ShouldBe(Vexera.Host.Wording.With(Vexera.Host.DrillText.ClockBehind, 2));

    [Theory]
    [InlineData("\"shards\": 0", "shards", "≥ 1")]
    [InlineData("\"trafficShare\": 1.5", "trafficShare", "≤ 1")]
    [InlineData("\"minute\": \"2 s\"", "minute", "00:00:10")]
    [InlineData("\"shard\": 3", "'shard'", "maxConcurrency")]
    [InlineData("\"settings\": []", "settings", "object")]
    [InlineData("\"settings\": { \"Net\": { \"Freshness\": \"00:00:05\" } }", "settings.Net", "a text")]
    public void Read_OfAWrongMember_NamesIt(string member, string place, string allowed)
    {
        var error = Errors($$"""{ "name": "x", {{member}}, "steps": [ { "at": "0:00:00", "do": "kill" } ], "promises": [ "always" ] }""").ShouldHaveSingleItem();

        error.ShouldContain(place);
        error.ShouldContain(allowed);
    }

    [Fact]
    public void Read_OfManyMistakes_NamesAllOfThem()
    {
        var errors = Errors("""
            {
              "steps": [ { "at": "0:00:09", "do": "kill" }, { "at": "0:00:03", "do": "calm" }, { "at": "later", "do": "calm" } ],
              "promises": [ "sessions-returned-within", "messages-none-lots" ]
            }
            """);

        errors.Count.ShouldBe(5);
        errors.ShouldContain(error => error.Contains("'name'"));
        errors.ShouldContain(error => error.Contains("steps[1].at") && error.Contains("0:00:09"));
        errors.ShouldContain(error => error.Contains("steps[2].at") && error.Contains("later"));
        errors.ShouldContain(error => error.Contains("promises[0]") && error.Contains("'bar'"));
        errors.ShouldContain(error => error.Contains("promises[1]") && error.Contains("messages-none-lost"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "name": "x", "steps": [], "promises": [] }""")]
    public void Read_OfNothing_SaysWhatIsMissing(string file) => Errors(file).ShouldContain(error => error.Contains("steps"));

    [Fact]
    public void Read_OfNoJson_NamesTheFileAndTheLine()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "{\n  \"name\": }");

            var error = Should.Throw<ScenarioFileException>(() => ScenarioFile.Read(file)).Errors.ShouldHaveSingleItem();

            error.ShouldContain(file);
            error.ShouldContain("LineNumber: 1");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Vocabulary_Always_HasEveryVerbAndPromiseInTheDocumentation()
    {
        var page = File.ReadAllText(RepositoryRoot.File("docs", "drills.md"));

        var missing = FileVocabulary.Verbs.Values.Concat(FileVocabulary.Promises.Values)
            .Where(call => !page.Contains($"`{Signature(call)}`", StringComparison.Ordinal)).Select(Signature);

        missing.ShouldBeEmpty();
        foreach (var set in FileVocabulary.Sets.Keys)
            page.ShouldContain($"`{set}`");
    }

    [Fact]
    public void Documentation_Example_IsAScenario()
    {
        var page = File.ReadAllText(RepositoryRoot.File("docs", "drills.md"));
        var from = page.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;

        var scenario = Read(page[from..page.IndexOf("```", from, StringComparison.Ordinal)]);

        scenario.Moments.Count.ShouldBeGreaterThan(1);
    }

    private static string Signature(NamedCall call) =>
        call.Parameters.Any() ? $"{call.Name}: {string.Join(", ", call.Parameters)}" : call.Name;

    private static IReadOnlyList<string> Errors(string json) => Should.Throw<ScenarioFileException>(() => Read(json)).Errors;

    private static Scenario Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return ScenarioFile.Read(document.RootElement);
    }
}
