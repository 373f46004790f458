using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Scenarios.Verbs;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>A handler takes a second for each message, so that the queue fills and reading pauses; then it is quick again.</summary>
internal static class SlowHandler
{
    public static Scenario Build()
    {
        var drill = new Scenario("slow-handler", DrillText.SlowHandler) { ShortScale = 0.5 }
            .With("Dispatch:QueueLimit", "500")
            .With("Dispatch:MaxParallel", "16")
            .With("Alerts:Rules:QueueFill:For", "00:00:05");
        drill.At("0:00:00").SlowHandler(takes: TimeSpan.FromSeconds(1)).Expect("QueueFill");
        drill.At("0:00:35").SlowHandler(takes: TimeSpan.Zero);
        drill.At("0:00:45").Calm();
        return drill.Promise(Promised.Always).Promise(Messages.NoneDoubled(), Alerts.RaisedWithin(TimeSpan.FromMinutes(2)));
    }
}
