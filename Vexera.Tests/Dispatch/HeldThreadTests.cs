using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Tests.Dispatch;

public sealed class HeldThreadTests
{
    // As many threads run handlers as there are processors, and all are held here.
    [Fact]
    public async Task Handlers_HoldAllThreads_WhatWaitsFindsAnother()
    {
        using var gate = new ManualResetEventSlim();
        var holders = (ulong)Environment.ProcessorCount;
        var handler = new ControlledHandler<MessageCreateEvent>
        {
            Behavior = call =>
            {
                if (call.Context.GuildId!.Value.Value <= holders)
                    gate.Wait(TimeSpan.FromMinutes(2), CancellationToken.None);
                return ValueTask.CompletedTask;
            },
        };
        await using var bench = new DispatchBench(
            services => DispatchBench.Add<MessageCreateEvent, ControlledHandler<MessageCreateEvent>>(services, handler),
            new DispatchOptions { MaxParallel = (int)holders + 1 });
        try
        {
            for (var guild = 1UL; guild <= holders; guild++)
            {
                await bench.MessageAsync(guild, guild);
                await handler.NextAsync();
            }

            await bench.MessageAsync(holders + 1, holders + 1);
            bench.Time.Advance(TimeSpan.FromMilliseconds(250));

            (await handler.NextAsync()).Context.GuildId!.Value.Value.ShouldBe(holders + 1);
        }
        finally
        {
            gate.Set();
        }

        await bench.IdleAsync();
    }
}
