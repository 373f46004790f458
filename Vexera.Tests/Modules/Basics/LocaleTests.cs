using Vexera.Core.Commands.Languages;
using Vexera.Core.Discord.Entities;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Basics;

/// <summary>Choosing a language, for a guild and for oneself, in both forms; and whole commands in it.</summary>
public sealed class LocaleTests : IAsyncDisposable
{
    private readonly CommandRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Locale_Alone_SaysTheLanguageAndWhichThereAre()
    {
        var answer = await WriteAsync("+locale", TestGuild.Owner);

        answer.ShouldBe("No language was chosen for this server, so I speak **English** here.\n"
            + "Languages there are: `en` English · `fr` Français · `de` Deutsch");
        (await SlashAsync("locale", null, TestGuild.Owner)).ShouldBe(answer);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("DE")]
    [InlineData("Deutsch")]
    public async Task Locale_ALanguage_IsSpokenFromThenOn(string typed)
    {
        (await WriteAsync($"+locale {typed}", TestGuild.Owner)).ShouldBe("Ab jetzt spreche ich auf diesem Server **Deutsch**.");

        (await WriteAsync("+locale", TestGuild.Owner)).ShouldStartWith("Auf diesem Server spreche ich **Deutsch**.");
        (await WriteAsync("+ping")).ShouldStartWith("Pong! Gateway");
        (await SlashAsync("prefix", null, TestGuild.Owner)).ShouldBe("Das Präfix hier ist `+`. Mich zu erwähnen geht auch.");
        (await WriteAsync("+prefix")).ShouldBe("`+prefix` braucht eine Berechtigung, die du in diesem Kanal nicht hast: **Server verwalten**.");
    }

    [Fact]
    public async Task Locale_Default_UndoesTheChoice()
    {
        await WriteAsync("+locale fr", TestGuild.Owner);

        (await SlashAsync("locale", [("language", "default")], TestGuild.Owner)).ShouldBe("The choice for this server is undone; here I speak **English**.");
    }

    [Fact]
    public async Task Locale_OwnLanguageChosen_AnswersInThatWhateverTheGuildSpeaks()
    {
        await WriteAsync("+userlocale fr", TestGuild.Owner);

        (await WriteAsync("+locale de", TestGuild.Owner)).ShouldBe("Dorénavant, je parle **allemand** sur ce serveur.");
    }

    [Theory]
    [InlineData("deutch", "I speak no language `deutch`. Did you mean `de` Deutsch?")]
    [InlineData("francais", "I speak no language `francais`. Did you mean `fr` Français?")]
    [InlineData("klingon", "I speak no language `klingon`.")]
    public async Task Locale_NoLanguage_SaysWhichIsNearAndChangesNothing(string typed, string answer)
    {
        (await WriteAsync($"+locale {typed}", TestGuild.Owner)).ShouldStartWith(answer + "\nLanguages there are:");
        (await WriteAsync($"+userlocale {typed}")).ShouldStartWith(answer + "\nLanguages there are:");
        (await WriteAsync("+locale", TestGuild.Owner)).ShouldStartWith("No language was chosen");
    }

    [Fact]
    public async Task Locale_WithoutThePermission_IsRefused() =>
        (await WriteAsync("+locale de")).ShouldContain("**Manage Server**");

    [Fact]
    public async Task UserLocale_ALanguage_HoldsEverywhereAndForNobodyElse()
    {
        (await WriteAsync("+userlocale fr")).ShouldBe("Dorénavant, je vous réponds en **français**, sur tous les serveurs.");

        (await WriteAsync("+userlocale")).ShouldStartWith("Je vous réponds en **français**");
        (await WriteAsync("userlocale", direct: true)).ShouldStartWith("Je vous réponds en **français**");
        (await WriteAsync("+userlocale", TestGuild.Moderator)).ShouldStartWith("You have not chosen a language; here I answer you in **English**.");
    }

    [Fact]
    public async Task UserLocale_Disable_GoesBackToTheServers()
    {
        await WriteAsync("+locale de", TestGuild.Owner);
        await WriteAsync("+userlocale fr");

        (await SlashAsync("userlocale", [("language", "disable")])).ShouldBe(
            "Deine Wahl ist aufgehoben. Ich antworte dir in der Sprache des Servers, auf dem du bist.");
    }

    [Fact]
    public async Task UserLocale_AfterARestart_Holds()
    {
        await WriteAsync("+userlocale de");
        await using var after = new CommandRig(before: _rig);

        (await after.WriteAsync("+userlocale"))[^1].Message!.Content!.ShouldStartWith("Ich antworte dir auf allen Servern auf **Deutsch**.");
    }

    [Theory]
    [InlineData("fr", "**Bases**", "`+ping` – Dit à quelle vitesse Discord me répond.")]
    [InlineData("de", "**Grundlagen**", "`+ping` – Sagt, wie schnell Discord mir antwortet.")]
    public async Task Help_InALanguage_IsInItFromEndToEnd(string language, string heading, string entry)
    {
        await WriteAsync($"+userlocale {language}");

        var help = await WriteAsync("+help");

        help.ShouldContain(heading);
        help.ShouldContain(entry);
        foreach (var command in _rig.Get<Core.Commands.Definitions.CommandCatalog>().All)
            help.ShouldNotContain(command.Definition.Description.In(LanguageCatalog.English.Culture));
    }

    [Theory]
    [InlineData("fr", "Serveurs\u00a0: ")]
    [InlineData("de", "Server: ")]
    public async Task Command_InALanguage_SaysTheSameInBothForms(string language, string line)
    {
        await WriteAsync($"+userlocale {language}");
        foreach (var name in new[] { "about", "health", "invite", "support" })
            (await SlashAsync(name)).ShouldBe(await WriteAsync("+" + name));

        (await WriteAsync("+about")).ShouldContain(line);
        (await WriteAsync("+userlocale disable")).ShouldStartWith("Your choice is undone.");
    }

    private async Task<string> WriteAsync(string content, User? user = null, bool direct = false)
    {
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        return (await _rig.WriteAsync(content, user, direct))[^1].Message!.Content!;
    }

    private async Task<string> SlashAsync(string name, (string Name, object Value)[]? options = null, User? user = null)
    {
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        return (await _rig.SlashAsync(name, options, user))[^1].Message!.Content!;
    }
}
