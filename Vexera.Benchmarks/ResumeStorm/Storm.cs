using Vexera.Benchmarks.ColdBoot;
using Vexera.Benchmarks.Contenders;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.ResumeStorm;

/// <summary>Drops every socket and looks until all is well again.</summary>
internal sealed class Storm(BootedContender booted, int shards, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ResumePatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan DeliveryPatience = TimeSpan.FromSeconds(20);

    /// <summary>Drops, and waits until every shard has resumed or identified anew.</summary>
    /// <returns>The time from the order to drop.</returns>
    /// <exception cref="NotMeasuredException">The shards do not come back.</exception>
    public async Task<TimeSpan> RageAsync(CancellationToken cancellationToken)
    {
        var before = await booted.Contender.LookAsync(cancellationToken);
        var began = time.GetTimestamp();
        await booted.Sandbox.Client.FaultAsync(new { kind = "drop" }, cancellationToken);
        while (time.GetElapsedTime(began) < ResumePatience)
        {
            var look = await booted.Contender.LookAsync(cancellationToken);
            var elapsed = time.GetElapsedTime(began);
            if (look.ReadyShards == shards && look.Resumes + look.Identifies - before.Resumes - before.Identifies >= shards)
                return elapsed;
            await Task.Delay(LookEvery, time, cancellationToken);
        }

        throw new NotMeasuredException($"Two minutes after the drop the shards have not come back.");
    }

    /// <summary>Stops the traffic, and waits for what is under way.</summary>
    /// <returns>How many messages were sent in all, and what arrived.</returns>
    public async Task<(long Sent, Look Look)> CalmAsync(CancellationToken cancellationToken)
    {
        var sent = await booted.Sandbox.Client.StopTrafficAsync(cancellationToken);
        var look = await booted.Contender.LookAsync(cancellationToken);
        var stopped = time.GetTimestamp();
        while (look.Distinct < sent && time.GetElapsedTime(stopped) < DeliveryPatience)
        {
            await Task.Delay(LookEvery, time, cancellationToken);
            look = await booted.Contender.LookAsync(cancellationToken);
        }

        return (sent, look);
    }
}
