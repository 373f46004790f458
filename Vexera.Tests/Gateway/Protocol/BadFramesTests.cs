using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Gateway.Protocol;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Protocol;

public sealed class BadFramesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly MetricsProbe _probe = new();
    private readonly RecordingLogger<BadFrames> _log = new();

    public void Dispose() => _probe.Dispose();

    [Fact]
    public void Report_AFlood_CountsAllAndTellsOncePerKindAndMinute()
    {
        var frames = new BadFrames(_probe.Metrics, _time, _log);

        for (var i = 0; i < 1000; i++)
        {
            frames.Report(0, BadFrameKind.NotAnObject, "x");
            frames.Report(1, BadFrameKind.Corrupt, "y");
        }

        _probe.Total(_probe.Metrics.BadFrames).ShouldBe(2000);
        _log.Lines.Count.ShouldBe(2);
        _time.Advance(TimeSpan.FromMinutes(1));
        frames.Report(0, BadFrameKind.NotAnObject, "x");
        _log.Lines.Count.ShouldBe(3);
    }
}
