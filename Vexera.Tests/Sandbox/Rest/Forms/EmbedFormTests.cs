using System.Text.Json;
using Vexera.Sandbox.Rest.Forms;

namespace Vexera.Tests.Sandbox.Rest.Forms;

public sealed class EmbedFormTests
{
    [Fact]
    public void Read_FullEmbed_IsKept()
    {
        var form = FormAssert.Parse("""
            {"embeds":[{"title":"T","description":"D","url":"https://example.com","color":255,"timestamp":"2026-01-02T03:04:05Z",
              "fields":[{"name":"a","value":"b"},{"name":"c","value":"d","inline":true}],
              "footer":{"text":"f"},"author":{"name":"g","icon_url":"https://example.com/i.png"},"image":{"url":"attachment://x.png"}}]}
            """);

        var embed = EmbedForm.Read(form)[0]!;

        FormAssert.Errors(form).ShouldBeEmpty();
        embed["type"]!.ToString().ShouldBe("rich");
        embed["fields"]![0]!["inline"]!.GetValue<bool>().ShouldBeFalse();
        embed["fields"]![1]!["inline"]!.GetValue<bool>().ShouldBeTrue();
        embed["timestamp"]!.ToString().ShouldBe("2026-01-02T03:04:05.000000+00:00");
        embed["author"]!["icon_url"]!.ToString().ShouldBe("https://example.com/i.png");
    }

    [Theory]
    [InlineData("""{"embeds":[{}]}""", "embeds.0.description BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":{}}""", "embeds LIST_TYPE_CONVERT")]
    [InlineData("""{"embeds":["x"]}""", "embeds.0 MODEL_TYPE_CONVERT")]
    [InlineData("""{"embeds":[{"title":"t","color":16777216}]}""", "embeds.0.color NUMBER_TYPE_MAX")]
    [InlineData("""{"embeds":[{"title":"t","url":"ftp://x"}]}""", "embeds.0.url URL_TYPE_INVALID_SCHEME")]
    [InlineData("""{"embeds":[{"title":"t","timestamp":"soon"}]}""", "embeds.0.timestamp DATE_TIME_TYPE_PARSE")]
    [InlineData("""{"embeds":[{"fields":[{"name":"n"}]}]}""", "embeds.0.fields.0.value BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{"footer":{}}]}""", "embeds.0.footer.text BASE_TYPE_REQUIRED")]
    public void Read_Wrong_NamesTheField(string json, string expected)
    {
        var form = FormAssert.Parse(json);
        EmbedForm.Read(form);
        FormAssert.Errors(form).ShouldBe([expected]);
    }

    [Theory]
    [InlineData("title", 256)]
    [InlineData("description", 4096)]
    public void Read_LongText_IsRefusedPastItsLimit(string field, int limit)
    {
        foreach (var (length, expected) in new[] { (limit, Array.Empty<string>()), (limit + 1, [$"embeds.0.{field} BASE_TYPE_MAX_LENGTH"]) })
        {
            var form = FormAssert.Parse(JsonSerializer.Serialize(new { embeds = new[] { new Dictionary<string, string> { [field] = new('x', length) } } }));
            EmbedForm.Read(form);
            FormAssert.Errors(form).ShouldBe(expected);
        }
    }

    [Fact]
    public void Read_AllTogetherTooLong_IsRefused()
    {
        var form = FormAssert.Parse(JsonSerializer.Serialize(new { embeds = new[] { new { description = new string('x', 4000) }, new { description = new string('y', 2001) } } }));
        EmbedForm.Read(form);
        FormAssert.Errors(form).ShouldBe(["embeds MAX_EMBED_SIZE_EXCEEDED"]);
    }

    [Fact]
    public void Read_ElevenEmbeds_AreRefused()
    {
        var form = FormAssert.Parse(JsonSerializer.Serialize(new { embeds = Enumerable.Repeat(new { title = "t" }, 11) }));
        EmbedForm.Read(form);
        FormAssert.Errors(form).ShouldBe(["embeds BASE_TYPE_MAX_LENGTH"]);
    }
}
