using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Host.Configuration;

namespace Vexera.Tests.Host.Configuration;

public sealed class SettingsCheckerTests
{
    private const string GoodToken = "aaaa.bbbb.cccc";

    [Fact]
    public void Check_NothingSet_AsksForWhatIsRequired() =>
        Check("{}").ShouldHaveSingleItem().Text.ShouldStartWith("Pets:Owner is not set");

    [Fact]
    public void Check_Defaults_AreRight() =>
        Check($$"""{ "Pets": { "Owner": "{{GoodToken}}" } }""").ShouldBeEmpty();

    [Theory]
    [InlineData("\"Legs\": \"abc\"", "Pets:Legs = \"abc\" (test file): allowed is a whole number from 0 to 100.")]
    [InlineData("\"Legs\": 101", "Pets:Legs = \"101\"")]
    [InlineData("\"Legs\": 1.5", "Pets:Legs = \"1.5\"")]
    [InlineData("\"Legs\": \"\"", "Pets:Legs = \"\"")]
    [InlineData("\"Legs\": { \"Left\": 2 }", "Pets:Legs = a group or list")]
    [InlineData("\"Tame\": \"yes\"", "allowed is true or false")]
    [InlineData("\"Nap\": \"30\"", "allowed is a time such as 00:00:30")]
    [InlineData("\"Nap\": \"00:00:00\"", "from 00:00:01 to 01:00:00")]
    [InlineData("\"Home\": \"somewhere\"", "allowed is an absolute address")]
    [InlineData("\"Kind\": \"Cow\"", "allowed is one of Cat, Dog")]
    [InlineData("\"Kind\": \"7\"", "allowed is one of Cat, Dog")]
    [InlineData("\"Bowls\": { \"Red\": { \"Size\": \"big\" } }", "Pets:Bowls:Red:Size = \"big\"")]
    [InlineData("\"Friends\": [ { \"Size\": 1 }, { \"Size\": -1 } ]", "Pets:Friends:1:Size = \"-1\"")]
    public void Check_BadValue_NamesPlaceValueAndWhatIsAllowed(string setting, string expected)
    {
        var problem = Check($$"""{ "Pets": { "Owner": "{{GoodToken}}", {{setting}} } }""").ShouldHaveSingleItem();

        problem.IsError.ShouldBeTrue();
        problem.Text.ShouldContain(expected);
    }

    [Fact]
    public void Check_ManyErrors_GivesAllAtOnce()
    {
        var problems = Check("""{ "Pets": { "Owner": "two words", "Legs": -1, "Kind": "Cow", "Lgs": 3 }, "Pest": { "a": 1 }, "Other": { "a": 1 } }""");

        problems.Count(problem => problem.IsError).ShouldBe(3);
        problems.Where(problem => !problem.IsError).Select(problem => problem.Text).ShouldBe(
            [
                "Other (test file): there is no such setting; it is ignored.",
                "Pest (test file): there is no such setting; it is ignored. Did you mean Pets?",
                "Pets:Lgs (test file): there is no such setting; it is ignored. Did you mean Pets:Legs?",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Check_BadSecret_IsNeverShown()
    {
        var problem = Check("""{ "Pets": { "Owner": "my secret" } }""").ShouldHaveSingleItem();

        problem.Text.ShouldStartWith("Pets:Owner = [redacted]");
        problem.Text.ShouldNotContain("secret");
    }

    [Fact]
    public void Check_UnknownKey_HidesItsValue() =>
        Check($$"""{ "Pets": { "Owner": "{{GoodToken}}", "Ownr": "hush" } }""").ShouldHaveSingleItem().Text.ShouldNotContain("hush");

    [Fact]
    public void Check_RuleAcrossValues_IsTold() =>
        Check($$"""{ "Pets": { "Owner": "{{GoodToken}}", "Legs": 3, "Tame": false } }""")
            .ShouldHaveSingleItem().Text.ShouldBe("Pets: a wild animal has an even number of legs");

    private static IReadOnlyList<SettingProblem> Check(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var keys = new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable().Where(entry => entry.Value is not null).ToDictionary();
        var root = new ConfigurationRoot([new SettingsProvider("test file", keys, isFile: true)]);
        var services = new ServiceCollection().AddSingleton<IConfiguration>(root);
        services.AddSettings<PetOptions>("Pets")
            .Validate(pets => pets.Tame || pets.Legs % 2 == 0, "a wild animal has an even number of legs");
        using var provider = services.BuildServiceProvider();
        return new SettingsChecker(provider.GetServices<SettingsSection>(), provider).Check(root);
    }

    internal enum PetKind
    {
        Cat,
        Dog,
    }

    internal sealed class PetOptions
    {
        [Required]
        public BotToken? Owner { get; set; }

        [Range(0, 100)]
        public int Legs { get; set; } = 4;

        public bool Tame { get; set; } = true;

        [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
        public TimeSpan Nap { get; set; } = TimeSpan.FromMinutes(1);

        public Uri? Home { get; set; }

        public PetKind Kind { get; set; }

        public Dictionary<string, BowlOptions> Bowls { get; } = [];

        public List<BowlOptions> Friends { get; set; } = [];
    }

    internal sealed class BowlOptions
    {
        [Range(0, 9)]
        public int Size { get; set; }
    }
}
