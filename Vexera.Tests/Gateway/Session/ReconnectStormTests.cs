using CsCheck;

namespace Vexera.Tests.Gateway.Session;

/// <summary>All shards lose their connection at once: how their next attempts are spread.</summary>
public sealed class ReconnectStormTests
{
    private const int Shards = 288;
    private const int Parts = 8;

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(3, 8_000)]
    [InlineData(10, 60_000)]
    public void OnClosed_AllAtOnce_SpreadsTheAttemptsEvenlyOverTheWholeWait(int failuresBefore, int boundMilliseconds) =>
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var waits = Enumerable.Range(0, Shards).Select(_ => WaitOf(random.NextDouble(), failuresBefore).TotalMilliseconds / boundMilliseconds).ToArray();
                waits.ShouldAllBe(wait => wait >= 0 && wait < 1);
                // A part gets 36 on average, with a spread of less than 6: seven spreads are out of reach of chance.
                foreach (var part in waits.GroupBy(wait => (int)(wait * Parts)))
                    part.Count().ShouldBeInRange(1, (Shards / Parts) + 42);
                waits.Select(wait => (int)(wait * Parts)).Distinct().Count().ShouldBe(Parts);
            },
            iter: 200);

    private static TimeSpan WaitOf(double jitter, int failuresBefore)
    {
        var script = new SessionScript().Ready();
        script.Jitter = jitter;
        script.Session.OnClosed(script.At, null, "reset");
        for (var failure = 0; failure < failuresBefore; failure++)
        {
            script.Redial();
            script.Session.OnConnectFailed(script.At, "refused");
        }

        return script.Session.Deadline!.Value - script.Now;
    }
}
