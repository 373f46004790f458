using Vexera.Core.Events;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;

namespace Vexera.Tests.State.Sessions;

public sealed class ShardJournalAcceptTests
{
    private readonly StateJournal _journal = new();

    [Fact]
    public void Accept_EndedSession_Refuses()
    {
        Accept("a", 1, begins: true).ShouldBeTrue();
        Accept("a", 2).ShouldBeTrue();
        Accept("b", 1, begins: true).ShouldBeTrue();

        Accept("a", 3).ShouldBeFalse();
        Accept("b", 2).ShouldBeTrue();
    }

    [Fact]
    public void Accept_SameOrLowerSequence_Refuses()
    {
        Accept("a", 1, begins: true);
        Accept("a", 5).ShouldBeTrue();

        Accept("a", 5).ShouldBeFalse();
        Accept("a", 4).ShouldBeFalse();
        Accept("a", 7).ShouldBeTrue();
    }

    [Fact]
    public void Accept_FirstOfAResumedSession_Lets()
    {
        Accept("a", 100).ShouldBeTrue();
        Accept("a", 101).ShouldBeTrue();
    }

    [Fact]
    public void Accept_OtherShard_IsAnotherMatter()
    {
        Accept("a", 5, begins: true);

        Accept(new EventOrigin(1, 2, "b", 1, 0), begins: true).ShouldBeTrue();
        Accept("a", 6).ShouldBeTrue();
    }

    [Fact]
    public void Accept_SameNumberOfAnotherShardCount_IsAnotherMatter()
    {
        Accept("a", 5, begins: true);

        Accept(new EventOrigin(0, 3, "b", 1, 0), begins: true).ShouldBeTrue();
        Accept("a", 6).ShouldBeTrue();
        Accept(new EventOrigin(0, 3, "b", 2, 0), begins: false).ShouldBeTrue();
    }

    private bool Accept(string session, long sequence, bool begins = false) =>
        Accept(new EventOrigin(0, 2, session, sequence, 0), begins);

    private bool Accept(in EventOrigin origin, bool begins) =>
        _journal.Of(new ShardKey(origin.ShardId, origin.ShardCount)).Accept(origin, begins) == EventVerdict.Fresh;
}
