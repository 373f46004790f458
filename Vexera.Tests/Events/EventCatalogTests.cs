using System.Text;
using CsCheck;
using Vexera.Core.Events;

namespace Vexera.Tests.Events;

public sealed class EventCatalogTests
{
    [Fact]
    public void Find_EveryName_GivesItsDescriptor()
    {
        foreach (var descriptor in EventCatalog.Discord.All)
            EventCatalog.Discord.Find(Encoding.UTF8.GetBytes(descriptor.Name)).ShouldBeSameAs(descriptor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("READ")]
    [InlineData("READY ")]
    [InlineData("ready")]
    [InlineData("NO_SUCH_EVENT")]
    public void Find_UnknownName_GivesNothing(string name) => EventCatalog.Discord.Find(Encoding.UTF8.GetBytes(name)).ShouldBeNull();

    [Fact]
    public void Find_AnyBytes_NeverThrows() => Gen.Byte.Array.Sample(name =>
    {
        var found = EventCatalog.Discord.Find(name);
        (found is null || found.Utf8Name.Span.SequenceEqual(name)).ShouldBeTrue();
    });

    [Fact]
    public void Find_Always_AllocatesNothing()
    {
        EventCatalog.Discord.Find("MESSAGE_CREATE"u8).ShouldNotBeNull();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
            EventCatalog.Discord.Find("MESSAGE_CREATE"u8);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
