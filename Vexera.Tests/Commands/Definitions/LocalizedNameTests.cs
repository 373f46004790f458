using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Registration;
using Vexera.Core.Discord.Entities;
using Vexera.Tests.Commands.Languages;

namespace Vexera.Tests.Commands.Definitions;

/// <summary>The slash menu in other languages.</summary>
public sealed class LocalizedNameTests
{
    private const string Names = "Vexera.Core/Commands/Registration/SlashNames";

    private static readonly Language German = LanguageCatalog.Find("de")!;

    [Theory]
    [InlineData("Bannen")]
    [InlineData("zwei wörter")]
    [InlineData("punkt.")]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefg")]
    public void Check_WhatDiscordTakesForNoName_IsRefused(string own) =>
        Should.Throw<InvalidOperationException>(() => LocalizedNameRules.Check(German, "the menu", [("ban", own)])).Message.ShouldContain("'ban'");

    [Fact]
    public void Check_TwoNamesTheSame_IsRefused()
    {
        Should.Throw<InvalidOperationException>(() => LocalizedNameRules.Check(German, "the menu", [("kick", "raus"), ("ban", "raus")]))
            .Message.ShouldContain("both called 'raus'");
        Should.Throw<InvalidOperationException>(() => LocalizedNameRules.Check(German, "the menu", [("info", null), ("about", "info")]));
    }

    [Fact]
    public void Check_NamesOfAllScripts_AreTaken() =>
        LocalizedNameRules.Check(German, "the menu", [("a", "präfix"), ("b", "禁止"), ("c", "l'état"), ("d", "fall-löschen_2"), ("e", null)]);

    [Fact]
    public async Task Names_OfEveryCommandArgumentAndChoice_AreThere()
    {
        await using var rig = new CommandRig();
        var inMenu = rig.Get<CommandCatalog>().All.Select(command => command.Definition).Where(definition => !definition.OwnerOnly).ToList();
        string[] used =
        [
            .. inMenu.Select(definition => $"/{definition.FullName}"),
            .. inMenu.Select(definition => definition.Group).OfType<CommandGroup>().Select(group => $"/{group.Name}"),
            .. inMenu.SelectMany(definition => definition.Arguments).Select(argument => argument.Name),
            .. inMenu.SelectMany(definition => definition.Arguments).SelectMany(argument => argument.Declare().Choices ?? [])
                .Where(choice => choice.Name == choice.Value).Select(choice => $"={choice.Value}"),
        ];

        used.Distinct().Except(ResourceFiles.Read(Names, LanguageCatalog.English)!.Keys)
            .ShouldBeEmpty("SlashNames.resx has the names of the slash menu");
    }

    [Fact]
    public void Names_InEnglish_AreTheCommandsOwn()
    {
        foreach (var (key, name) in ResourceFiles.Read(Names, LanguageCatalog.English)!)
            key.TrimStart('/', '=').Split(' ')[^1].ShouldBe(name);
    }

    [Fact]
    public async Task Declaration_OfEveryCommand_IsInEveryLanguage()
    {
        await using var rig = new CommandRig();
        var declared = SlashDeclaration.Of(rig.Get<CommandCatalog>().All.Select(command => command.Definition).Where(definition => !definition.OwnerOnly));

        foreach (var command in declared)
            command.DescriptionLocalizations!.Keys.ShouldBe(["fr", "de"]);
        var locale = declared.Single(command => command.Name == "locale");
        locale.NameLocalizations!["fr"].ShouldBe("langue");
        locale.DescriptionLocalizations!["de"].ShouldBe("Zeigt oder ändert die Sprache, die ich auf diesem Server spreche.");
        var language = locale.Options!.ShouldHaveSingleItem();
        language.NameLocalizations!["de"].ShouldBe("sprache");
        language.DescriptionLocalizations!["fr"].ShouldStartWith("Une langue");
        language.Choices!.Select(choice => choice.Value).ShouldBe(["en", "fr", "de", "default"]);
        language.Choices!.Single(choice => choice.Value == "default").NameLocalizations!["de"].ShouldBe("standard");
        language.Type.ShouldBe(CommandOptionType.String);
    }
}
