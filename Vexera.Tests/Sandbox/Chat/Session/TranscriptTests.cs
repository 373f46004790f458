using CsCheck;
using Vexera.Sandbox.Chat.Model;
using Vexera.Sandbox.Chat.Session;

namespace Vexera.Tests.Sandbox.Chat.Session;

public sealed class TranscriptTests
{
    [Fact]
    public void Put_AnyOrder_StaysOrderedWithoutDoubles() =>
        Gen.ULong[1, 50].Array.Sample(ids =>
        {
            var transcript = new Transcript();
            foreach (var id in ids) transcript.Put(Message(id));
            transcript.Messages.Select(m => m.Id).ShouldBe(ids.Distinct().Order());
        });

    [Fact]
    public void AddPage_AfterLiveEvents_KeepsWhatIsNewer()
    {
        var transcript = new Transcript();
        transcript.Put(Message(2) with { Content = "edited" });
        transcript.Remove(3);

        transcript.AddPage([Message(3), Message(2), Message(1)], hasOlder: false);

        transcript.Messages.Select(m => m.Content).ShouldBe(["1", "edited"]);
    }

    [Fact]
    public void Put_EditOfWhatIsNotLoaded_ChangesNothing()
    {
        var transcript = new Transcript();

        transcript.Put(Message(1), onlyIfLoaded: true);

        transcript.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void Trim_VeryMany_KeepsTheNewestAndOffersTheRest()
    {
        var transcript = new Transcript();
        for (var id = 1UL; id <= Transcript.Capacity + 10; id++) transcript.Put(Message(id));

        transcript.Trim();

        transcript.Messages.Count.ShouldBe(Transcript.Capacity);
        transcript.Oldest.ShouldBe(11UL);
        transcript.HasOlder.ShouldBeTrue();
    }

    [Fact]
    public void Rows_SameBreath_NameTheAuthorOnce()
    {
        var transcript = new Transcript();
        transcript.Put(Message(1, user: 1, minute: 0));
        transcript.Put(Message(2, user: 1, minute: 1));
        transcript.Put(Message(3, user: 2, minute: 2));
        transcript.Put(Message(4, user: 2, minute: 20));
        transcript.Put(Message(5, user: 2, minute: 20) with { Type = 19 });

        transcript.Rows.Select(r => r.Opens).ShouldBe([true, false, true, true, true]);
    }

    private static ChatMessage Message(ulong id, ulong user = 1, int minute = 0) => new()
    {
        Id = id,
        Content = id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Author = new ChatUser { Id = user },
        Timestamp = DateTimeOffset.UnixEpoch.AddMinutes(minute),
    };
}
