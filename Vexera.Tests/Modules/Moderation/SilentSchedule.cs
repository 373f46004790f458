using System.Data.Common;
using Vexera.Core.Scheduling;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>A schedule that does nothing, ever.</summary>
internal sealed class SilentSchedule : ISchedule
{
    public Task ScheduleAsync(DueWork work, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CancelAsync(string kind, string key, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ScheduleAsync(DbConnection connection, DueWork work) => Task.CompletedTask;

    public Task CancelAsync(DbConnection connection, string kind, string key) => Task.CompletedTask;

    public void Wake()
    {
    }
}
