using Vexera.Core.Commands;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Discord;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Languages;

/// <summary>Who decides on the language, and who comes first.</summary>
public sealed class LanguageChoiceTests : IAsyncDisposable
{
    private readonly CommandRig _rig = new(settings: ("Commands:Language", "en"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Snowflake User => TestGuild.Plain.Id;

    private LanguageChoice Choice => _rig.Get<LanguageChoice>();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task For_NothingChosen_IsTheDefaultOfTheSettings()
    {
        (await InGuildAsync()).ShouldBe("en");
        _rig.Configure(("Commands:Language", "de"));

        (await InGuildAsync()).ShouldBe("de");
        (await InGuildAsync(preferred: "en-US", client: "fr")).ShouldBe("de", "Discord gives en-US to every guild that is no community");
        (await DirectAsync()).ShouldBe("de");
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("de", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("ja", "de")]
    [InlineData(null, "de")]
    public async Task For_GuildSetInDiscord_IsThatIfItIsSpoken(string? preferred, string expected)
    {
        _rig.Configure(("Commands:Language", "de"));

        (await InGuildAsync(preferred)).ShouldBe(expected);
    }

    [Fact]
    public async Task For_GuildChose_BeatsDiscordAndTheDefault()
    {
        await Choice.ChooseForGuildAsync(TestGuild.Id, LanguageCatalog.Find("fr"), Cancel);

        (await InGuildAsync(preferred: "de", client: "de")).ShouldBe("fr");
        (await DirectAsync()).ShouldBe("en");
        await Choice.ChooseForGuildAsync(TestGuild.Id, null, Cancel);
        (await InGuildAsync(preferred: "de")).ShouldBe("de");
    }

    [Fact]
    public async Task For_UserChose_BeatsEverybodyEverywhere()
    {
        await Choice.ChooseForGuildAsync(TestGuild.Id, LanguageCatalog.Find("fr"), Cancel);
        await Choice.ChooseAsync(User, LanguageCatalog.Find("de"), Cancel);

        (await InGuildAsync(preferred: "fr", client: "fr")).ShouldBe("de");
        (await DirectAsync(client: "fr")).ShouldBe("de");
        (await Choice.ForAsync(TestGuild.Owner.Id, TestGuild.Id, TestGuild.State, null, Cancel)).Name.ShouldBe("fr", "others keep the guild's");
        await Choice.ChooseAsync(User, null, Cancel);
        (await InGuildAsync()).ShouldBe("fr");
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("ja", "en")]
    [InlineData(null, "en")]
    public async Task For_DirectMessages_IsWhatTheirDiscordSaysWhereTheyChoseNothing(string? client, string expected) =>
        (await DirectAsync(client)).ShouldBe(expected);

    [Fact]
    public async Task For_LanguageNoLongerSpoken_CountsAsNothingChosen()
    {
        await _rig.Get<Core.Commands.Settings.IUserSettings>().SetAsync(User, LanguageChoice.Setting, "tlh", Cancel);

        (await InGuildAsync()).ShouldBe("en");
    }

    [Fact]
    public async Task For_NoDatabase_IsTheDefault()
    {
        await Choice.ChooseAsync(User, LanguageCatalog.Find("de"), Cancel);
        await using var after = new CommandRig(before: _rig);
        after.Trouble.ReadFailure = TroubledDatabase.Full;

        var culture = await after.Get<LanguageChoice>().ForAsync(User, TestGuild.Id, TestGuild.State, null, Cancel);

        culture.Name.ShouldBe("en");
        after.Trouble.ReadFailure = null;
        (await after.Get<LanguageChoice>().ForAsync(User, TestGuild.Id, TestGuild.State, null, Cancel)).Name.ShouldBe("de");
    }

    [Theory]
    [InlineData("fr", null)]
    [InlineData("tlh", "Commands:Language is 'tlh'; allowed is one of en, fr, de.")]
    public void Default_InTheSettings_IsALanguageThatIsSpoken(string language, string? problem) =>
        new CommandsOptionsValidator().Validate(null, new CommandsOptions { Language = language }).FailureMessage.ShouldBe(problem);

    private async Task<string> InGuildAsync(string? preferred = null, string? client = null) =>
        (await Choice.ForAsync(User, TestGuild.Id, TestGuild.State with { PreferredLocale = preferred }, client, Cancel)).Name;

    private async Task<string> DirectAsync(string? client = null) => (await Choice.ForAsync(User, null, null, client, Cancel)).Name;
}
