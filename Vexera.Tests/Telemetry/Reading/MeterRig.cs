using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Tests.Telemetry.Reading;

/// <summary>A meter of this test's own, and its values.</summary>
internal sealed class MeterRig : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public MeterRig()
    {
        var factory = _services.GetRequiredService<IMeterFactory>();
        Values = new MeterValues(factory);
        Meter = factory.Create(VexeraMetrics.MeterName);
    }

    public MeterValues Values { get; }

    public Meter Meter { get; }

    public void Dispose()
    {
        Values.Dispose();
        _services.Dispose();
    }
}
