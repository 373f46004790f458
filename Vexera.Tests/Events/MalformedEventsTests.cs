using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Events;
using Vexera.Tests.Support;

namespace Vexera.Tests.Events;

public sealed class MalformedEventsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly MetricsProbe _probe = new();
    private readonly RecordingLogger<MalformedEvents> _logger = new();
    private readonly MalformedEvents _malformed;

    public MalformedEventsTests() => _malformed = new MalformedEvents(_probe.Metrics, _time, _logger);

    public void Dispose() => _probe.Dispose();

    [Fact]
    public void Report_ManyOfOneKind_AreCountedAndLoggedOnceAMinute()
    {
        for (var i = 0; i < 100; i++)
            _malformed.Report(GatewayEvents.MessageCreate, new FormatException("no author"));
        _malformed.Report(GatewayEvents.Ready, new FormatException("no user"));

        _probe.Total(_probe.Metrics.EventsMalformed).ShouldBe(101);
        _logger.Lines.Count.ShouldBe(2);
        _logger.Lines[0].Text.ShouldContain("MESSAGE_CREATE");
        _logger.Lines[0].Text.ShouldContain("no author");

        _time.Advance(TimeSpan.FromMinutes(1));
        _malformed.Report(GatewayEvents.MessageCreate, new FormatException("no author"));

        _logger.Lines.Count.ShouldBe(3);
        _logger.Lines[2].Text.ShouldContain("99 more");
    }
}
