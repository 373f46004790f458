using Vexera.Sandbox.Rest.Forms;

namespace Vexera.Tests.Sandbox.Rest.Forms;

public sealed class ComponentFormTests
{
    [Fact]
    public void ReadMessage_RowOfButtons_NumbersThem()
    {
        var form = FormAssert.Parse("""
            {"components":[{"type":1,"components":[
              {"type":2,"style":1,"label":"Next","custom_id":"next"},{"type":2,"style":5,"label":"Site","url":"https://example.com"}]}]}
            """);

        var row = ComponentForm.ReadMessage(form, layouts: false)[0]!;

        FormAssert.Errors(form).ShouldBeEmpty();
        row["id"]!.GetValue<int>().ShouldBe(1);
        row["components"]!.AsArray().Select(c => c!["id"]!.GetValue<int>()).ShouldBe([2, 3]);
    }

    [Theory]
    [InlineData("""[{"type":2,"style":1,"label":"x","custom_id":"a"}]""", "components.0.type BASE_TYPE_CHOICES")]
    [InlineData("""[{"type":1,"components":[]}]""", "components.0.components BASE_TYPE_BAD_LENGTH")]
    [InlineData("""[{"type":1}]""", "components.0.components BASE_TYPE_REQUIRED")]
    [InlineData("""[{"type":1,"components":[{"type":2,"style":1,"label":"x"}]}]""", "components.0.components.0.custom_id BASE_TYPE_REQUIRED")]
    [InlineData("""[{"type":1,"components":[{"type":2,"style":5,"label":"x"}]}]""", "components.0.components.0.url BASE_TYPE_REQUIRED")]
    [InlineData("""[{"type":1,"components":[{"type":2,"style":1,"custom_id":"x"}]}]""", "components.0.components.0.label BASE_TYPE_REQUIRED")]
    [InlineData("""[{"type":1,"components":[{"type":3,"custom_id":"x","options":[]}]}]""", "components.0.components.0.options BASE_TYPE_BAD_LENGTH")]
    [InlineData("""[{"type":1,"components":[{"type":2,"style":1,"label":"x","custom_id":"a"},{"type":2,"style":1,"label":"y","custom_id":"a"}]}]""", "components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED")]
    [InlineData("""[{"type":1,"components":[{"type":5,"custom_id":"a"},{"type":2,"style":1,"label":"y","custom_id":"b"}]}]""", "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED")]
    [InlineData("""[{"type":10,"content":"text"}]""", "components.0.type BASE_TYPE_CHOICES")]
    public void ReadMessage_Wrong_NamesTheField(string components, string expected)
    {
        var form = FormAssert.Parse($$"""{"components":{{components}}}""");
        ComponentForm.ReadMessage(form, layouts: false);
        FormAssert.Errors(form).ShouldBe([expected]);
    }

    [Fact]
    public void ReadMessage_Layouts_MayNest()
    {
        var form = FormAssert.Parse("""
            {"components":[{"type":17,"accent_color":255,"components":[{"type":10,"content":"hello"},{"type":14},
              {"type":9,"components":[{"type":10,"content":"x"}],"accessory":{"type":2,"style":1,"label":"Go","custom_id":"go"}}]}]}
            """);

        var container = ComponentForm.ReadMessage(form, layouts: true)[0]!;

        FormAssert.Errors(form).ShouldBeEmpty();
        container["components"]![0]!["content"]!.ToString().ShouldBe("hello");
        container["components"]![2]!["accessory"]!["custom_id"]!.ToString().ShouldBe("go");
    }

    [Fact]
    public void ReadModal_TextInput_IsRead()
    {
        var form = FormAssert.Parse("""{"components":[{"type":1,"components":[{"type":4,"custom_id":"why","style":2,"label":"Why?"}]}]}""");

        var input = ComponentForm.ReadModal(form)[0]!["components"]![0]!;

        FormAssert.Errors(form).ShouldBeEmpty();
        input["label"]!.ToString().ShouldBe("Why?");
        input["required"]!.GetValue<bool>().ShouldBeTrue();
    }
}
