using System.Globalization;
using Vexera.Sandbox.Stats;

namespace Vexera.Tests.Sandbox.Stats;

/// <summary>What clients did is read while they do it.</summary>
public sealed class SandboxStatsTests
{
    private const int Rounds = 30_000;
    private readonly SandboxStats _stats = new(TimeProvider.System);

    [Fact]
    public async Task Each_ReadWhileItGrows_IsAsItWasAtOneMoment()
    {
        using var over = new CancellationTokenSource();
        var growing = Task.Run(
            () =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    var name = round.ToString(CultureInfo.InvariantCulture);
                    _stats.RecordRequest(name, 200);
                    _stats.RecordEvent(name);
                    _stats.RecordQuestion(name, "A");
                    _stats.Increment(name);
                    if (round % 1_000 == 0)
                        _stats.Clear();
                }

                over.Cancel();
            },
            TestContext.Current.CancellationToken);

        while (!over.IsCancellationRequested)
        {
            _ = _stats.Requests.OrderBy(request => request.Key.Status).ToList();
            _ = _stats.Events.OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
            _ = _stats.Questions.OrderBy(one => one.Key).ToList();
            _ = _stats.Counters.OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        }

        await growing;
    }
}
