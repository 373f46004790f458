using Vexera.Core.Modules.Moderation;
using Vexera.Host.Drills.Promises;

namespace Vexera.Tests.Host.Drills.Promises;

/// <summary>An answer is known by the text that it was made of.</summary>
public sealed class AnswerFormTests
{
    private static readonly AnswerForm Warned = new(ModerationText.Warned(AnswerForm.Anything, AnswerForm.AnyNumber));

    [Theory]
    [InlineData("`Pip` has a warning now: case 12.", true)]
    [InlineData("`Pip` has a warning now: case 1.\nThey could not be told: their direct messages are closed.", true)]
    [InlineData("`Pip` has a warning now: case .", false)]
    [InlineData("`Pip` has a\nwarning now: case 12.", false)]
    [InlineData("`Pip` is kicked: case 12.", false)]
    public void IsIn_AnAnswer_IsWhetherItHasTheText(string answer, bool expected) => Warned.IsIn(answer).ShouldBe(expected);

    [Fact]
    public void IsIn_WithOneNumber_HasThatNumberOnly()
    {
        var first = new AnswerForm(ModerationText.Warned(AnswerForm.Anything, 1));

        first.IsIn("`Pip` has a warning now: case 1.").ShouldBeTrue();
        first.IsIn("`Pip` has a warning now: case 12.").ShouldBeFalse();
    }
}
