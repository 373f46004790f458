using System.Text.Json;
using Vexera.Sandbox.Rest.Forms;

namespace Vexera.Tests.Sandbox.Rest.Forms;

public sealed class CommandFormTests
{
    private const string Option = """{"type":3,"name":"text","description":"d"}""";

    [Fact]
    public void Read_SlashCommand_KeepsEverything()
    {
        var form = FormAssert.Parse("""
            {"name":"bannir","name_localizations":{"fr":"bannir","de":"verbannen"},"description":"Bans.","default_member_permissions":"4",
             "options":[{"type":6,"name":"user","description":"Who","required":true},
                        {"type":4,"name":"days","description":"Days","min_value":0,"max_value":7,"choices":[{"name":"one","value":1}]}]}
            """);

        var command = CommandForm.Read(form, guild: false);

        FormAssert.Errors(form).ShouldBeEmpty();
        command["type"]!.GetValue<int>().ShouldBe(1);
        command["default_member_permissions"]!.ToString().ShouldBe("4");
        command["name_localizations"]!["de"]!.ToString().ShouldBe("verbannen");
        command["options"]![0]!["required"]!.GetValue<bool>().ShouldBeTrue();
        command["options"]![1]!["choices"]![0]!["value"]!.GetValue<long>().ShouldBe(1);
        command["options"]![1]!["max_value"]!.GetValue<int>().ShouldBe(7);
    }

    [Theory]
    [InlineData("ping", true)]
    [InlineData("日本語", true)]
    [InlineData("c'est", true)]
    [InlineData("with_-1", true)]
    [InlineData("Ping", false)]
    [InlineData("two words", false)]
    [InlineData("a!", false)]
    [InlineData("🌲", false)]
    public void IsSlashName_EachName_FollowsTheRule(string name, bool expected) => CommandText.IsSlashName(name).ShouldBe(expected);

    [Theory]
    [InlineData("""{"description":"d"}""", "name BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"x"}""", "description BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"X","description":"d"}""", "name APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name":"x","description":""}""", "description BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"name":"x","description":"d","name_localizations":{"tlh":"x"}}""", "name_localizations.tlh BASE_TYPE_CHOICES")]
    [InlineData("""{"name":"x","description":"d","name_localizations":{"fr":"X Y"}}""", "name_localizations.fr APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name":"x","description":"d","type":9}""", "type BASE_TYPE_CHOICES")]
    [InlineData("""{"name":"Look up","description":"d","type":2}""", "description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED")]
    [InlineData("""{"name":"x","description":"d","contexts":[7]}""", "contexts.0 BASE_TYPE_CHOICES")]
    public void Read_WrongCommand_NamesTheField(string json, string expected) => Errors(json).ShouldBe([expected]);

    [Theory]
    [InlineData($"{Option},{Option}", "options.1.name APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE")]
    [InlineData($$"""{{Option}},{"type":3,"name":"b","description":"d","required":true}""", "options.1.required APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData($$"""{{Option}},{"type":1,"name":"sub","description":"d"}""", "options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")]
    [InlineData("""{"type":12,"name":"b","description":"d"}""", "options.0.type BASE_TYPE_CHOICES")]
    [InlineData("""{"type":2,"name":"g","description":"d","options":[{"type":3,"name":"a","description":"d"}]}""", "options.0.options.0.type BASE_TYPE_CHOICES")]
    [InlineData("""{"type":1,"name":"s","description":"d","options":[{"type":1,"name":"a","description":"d"}]}""", "options.0.options.0.type BASE_TYPE_CHOICES")]
    [InlineData("""{"type":6,"name":"u","description":"d","choices":[]}""", "options.0.choices APPLICATION_COMMAND_OPTION_CHOICES_INVALID")]
    [InlineData("""{"type":3,"name":"u","description":"d","autocomplete":true,"choices":[{"name":"a","value":"b"}]}""", "options.0.autocomplete APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_INVALID")]
    [InlineData("""{"type":3,"name":"u","description":"d","min_value":1}""", null)]
    [InlineData("""{"type":5,"name":"u","description":"d","min_value":1}""", "options.0.min_value APPLICATION_COMMAND_OPTION_BOUNDS_INVALID")]
    [InlineData("""{"type":4,"name":"u","description":"d","choices":[{"name":"a","value":"b"}]}""", "options.0.choices.0.value NUMBER_TYPE_COERCE")]
    public void Read_WrongOption_NamesTheField(string options, string? expected) =>
        Errors($$"""{"name":"x","description":"d","options":[{{options}}]}""").ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void Read_GroupsOfSubcommands_Nest()
    {
        var form = FormAssert.Parse($$"""
            {"name":"perms","description":"d","options":[
              {"type":2,"name":"role","description":"d","options":[{"type":1,"name":"add","description":"d","options":[{{Option}}]}]},
              {"type":1,"name":"list","description":"d"}]}
            """);
        CommandForm.Read(form, guild: true)["options"]![0]!["options"]![0]!["options"]![0]!["name"]!.ToString().ShouldBe("text");
        FormAssert.Errors(form).ShouldBeEmpty();
    }

    [Fact]
    public void Read_TooLargeInTotal_IsRefused()
    {
        var choices = Enumerable.Range(0, 25).Select(i => new { name = $"{i:00}{new string('n', 98)}", value = $"{i:00}{new string('v', 98)}" });
        var options = Enumerable.Range(0, 2).Select(i => new { type = 3, name = $"o{i}", description = "d", choices });
        Errors(JsonSerializer.Serialize(new { name = "x", description = "d", options })).ShouldBe(["APPLICATION_COMMAND_TOO_LARGE"]);
    }

    private static string[] Errors(string json)
    {
        var form = FormAssert.Parse(json);
        CommandForm.Read(form, guild: false);
        return FormAssert.Errors(form);
    }
}
