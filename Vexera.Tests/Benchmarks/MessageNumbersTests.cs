using Vexera.Benchmarks.Contenders.Programs;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Tests.Benchmarks;

/// <summary>The account of numbered messages.</summary>
public sealed class MessageNumbersTests
{
    private readonly MessageNumbers _numbers = new();

    [Fact]
    public async Task Handle_EachNumberOnce_DoublesNothing()
    {
        await SeeAsync("traffic 1 word", "traffic 3 word", "traffic 2 ");

        _numbers.Distinct.ShouldBe(3);
        _numbers.Doubled.ShouldBe(0);
    }

    [Fact]
    public async Task Handle_ANumberTwice_IsDoubled()
    {
        await SeeAsync("traffic 1 word", "traffic 2 word", "traffic 1 word");

        _numbers.Seen.ShouldBe(3);
        _numbers.Distinct.ShouldBe(2);
        _numbers.Doubled.ShouldBe(1);
    }

    [Fact]
    public async Task Handle_OtherMessages_DoNotCount()
    {
        await SeeAsync("+ping", "");

        _numbers.Seen.ShouldBe(0);
    }

    private async Task SeeAsync(params string[] contents)
    {
        foreach (var content in contents)
        {
            var message = new Message { Id = new Snowflake(1), ChannelId = new Snowflake(2), Author = new User { Id = new Snowflake(3), Username = "pip" }, Content = content };
            await _numbers.HandleAsync(new EventContext<MessageCreateEvent>(new MessageCreateEvent(message), default), TestContext.Current.CancellationToken);
        }
    }
}
