using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World;

namespace Vexera.Tests.Sandbox.Gateway;

public sealed class EventLogTests
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(60);

    [Fact]
    public void Log_AnyAppendsAndTrims_KeepsTheNewestInOrder() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[0, 3].Array[0, 400]).Sample((capacity, steps) =>
        {
            var log = new EventLog(new FakeTimeProvider(), capacity, Age);
            var names = new List<string>();
            foreach (var step in steps)
            {
                if (step == 0)
                {
                    log.Trim(long.MaxValue);
                }
                else
                {
                    names.Add($"{names.Count}");
                    log.Append(new WorldEvent(names[^1], static (_, _) => { })).ShouldBe(names.Count);
                }
            }

            log.Trim(long.MaxValue);
            (log.Last - log.First + 1).ShouldBe(Math.Min(capacity, names.Count));
            for (var sequence = log.First; sequence <= log.Last; sequence++)
            {
                log[sequence].Name.ShouldBe(names[(int)sequence - 1]);
            }
        });

    [Fact]
    public void Trim_Old_GoesUnlessItWaits()
    {
        var clock = new FakeTimeProvider();
        var log = new EventLog(clock, capacity: 100, Age);
        log.Append(new WorldEvent("one", static (_, _) => { }));
        log.Append(new WorldEvent("two", static (_, _) => { }));
        clock.Advance(TimeSpan.FromSeconds(61));
        log.Append(new WorldEvent("three", static (_, _) => { }));

        log.Trim(keepFrom: 2);
        log.First.ShouldBe(2);

        log.Trim(keepFrom: long.MaxValue);
        log.First.ShouldBe(3);
    }

    [Fact]
    public void Parse_AnyBytes_OnlyEverRefuses() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        try
        {
            ClientFrame.Parse(bytes);
        }
        catch (ProtocolException refused)
        {
            refused.Close.ShouldBe(GatewayClose.DecodeError);
        }
    });
}
