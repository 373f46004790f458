using CsCheck;
using Vexera.Core.Modules.Announcements;

namespace Vexera.Tests.Modules.Announcements;

public sealed class PublishingHoursTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_NineInTheHour_IsNow() =>
        PublishingHours.Next(Enumerable.Range(1, 9).Select(minute => Now - TimeSpan.FromMinutes(minute)), 0, Now).ShouldBe(Now);

    [Fact]
    public void Next_TenInTheHour_IsAnHourAfterTheOldest() =>
        PublishingHours.Next(Enumerable.Range(1, 10).Select(minute => Now - TimeSpan.FromMinutes(minute)), 0, Now)
            .ShouldBe(Now - TimeSpan.FromMinutes(10) + PublishingHours.Window);

    [Fact]
    public void Next_OthersWaitFirst_ComesAfterThem() =>
        PublishingHours.Next(Enumerable.Range(1, 10).Select(minute => Now - TimeSpan.FromMinutes(minute)), 2, Now)
            .ShouldBe(Now - TimeSpan.FromMinutes(8) + PublishingHours.Window);

    [Fact]
    public void Next_AnyCourse_NeverMoreThanTenInAnyHour() =>
        Gen.Int[0, 900].Array[1, 60].Sample(pauses =>
        {
            var (sent, now) = (new List<DateTimeOffset>(), Now);
            foreach (var pause in pauses)
            {
                now += TimeSpan.FromSeconds(pause);
                now = PublishingHours.Next(sent, 0, now);
                sent.Add(now);
            }

            return sent.All(end => sent.Count(at => at <= end && at > end - TimeSpan.FromHours(1)) <= PublishingHours.Most);
        });
}
