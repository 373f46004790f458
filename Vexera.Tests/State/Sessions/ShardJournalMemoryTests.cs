using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;
using Vexera.Tests.Support;

namespace Vexera.Tests.State.Sessions;

public sealed class ShardJournalMemoryTests
{
    private readonly ShardJournal _journal = new(new ShardKey(0, 1));

    [Fact]
    public void Committed_AfterASessionOfThousands_KeepsNoRoomForThem()
    {
        var origin = new EventOrigin(0, 1, "session", 1, 0);
        _journal.Accept(origin, begins: true);
        _journal.Publish(1);
        Commit();
        var before = RetainedSize.Of(_journal);

        for (var guild = 1UL; guild <= 5_000; guild++)
            _journal.Write(new GuildWrite(new Snowflake(guild), 1, true, new byte[] { 1 }));
        _journal.Publish(2);
        Commit();

        RetainedSize.Of(_journal).ShouldBeLessThan(before + 1_000);
    }

    private void Commit() => _journal.Committed(_journal.Prepare().ShouldNotBeNull());
}
