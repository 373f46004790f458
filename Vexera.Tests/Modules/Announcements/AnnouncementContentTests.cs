using CsCheck;
using Vexera.Core.Modules.Announcements;

namespace Vexera.Tests.Modules.Announcements;

public sealed class AnnouncementContentTests
{
    [Fact]
    public void Of_Incident_ShowsItsWholeCourseWithTimes() =>
        AnnouncementContent.Of(AnnouncementKind.Incident, [Entry(EntryKind.Open, 0, "Slow answers."), Entry(EntryKind.Update, 60, "Found it.")])
            .ShouldBe("🔴 **Incident**, open since <t:0:f>\n<t:0:f>: Slow answers.\n<t:60:f>: Found it.");

    [Theory]
    [InlineData("", "<t:60:f>: Resolved.")]
    [InlineData("All is well.", "<t:60:f>: Resolved. All is well.")]
    public void Of_ResolvedIncident_SaysSoFirstAndLast(string text, string last) =>
        AnnouncementContent.Of(AnnouncementKind.Incident, [Entry(EntryKind.Open, 0, "Slow answers."), Entry(EntryKind.Resolve, 60, text)])
            .ShouldBe($"✅ **Incident**, <t:0:f> to <t:60:f>, resolved\n<t:0:f>: Slow answers.\n{last}");

    [Fact]
    public void Of_CourseTooLong_KeepsTheFirstAndTheLatestAndSaysHowManyAreLeftOut()
    {
        var text = AnnouncementContent.Of(
            AnnouncementKind.Incident, [.. Enumerable.Range(0, 30).Select(i => Entry(i == 0 ? EntryKind.Open : EntryKind.Update, i, $"{i}:{new string('x', 150)}"))]);

        text.Length.ShouldBeLessThanOrEqualTo(2000);
        text.ShouldContain("<t:0:f>: 0:x");
        text.ShouldContain("… 19 earlier updates …");
        text.ShouldContain("<t:29:f>: 29:x");
    }

    [Fact]
    public void Of_AnyCourse_FitsIntoAMessageWithFirstAndLast() =>
        Gen.Int[1, AnnouncementContent.LongestEntry].Array[1, 40].Sample(lengths =>
        {
            AnnouncementEntry[] entries = [.. lengths.Select((length, i) => Entry(i == 0 ? EntryKind.Open : EntryKind.Update, 1_790_000_000 + i, new string('x', length)))];
            var text = AnnouncementContent.Of(AnnouncementKind.Incident, entries);
            return text.Length <= 2000 && text.Contains("<t:1790000000:f>: x") && text.EndsWith($":f>: {entries[^1].Text}", StringComparison.Ordinal);
        });

    private static AnnouncementEntry Entry(EntryKind kind, long at, string text) => new(kind, DateTimeOffset.FromUnixTimeSeconds(at), "owner", text);
}
