using Vexera.Core.Modules.Moderation.Ends;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>For how long Discord is asked to time somebody out.</summary>
public sealed class MuteWindowTests
{
    private static readonly TimeSpan DiscordAllows = TimeSpan.FromDays(28);
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null)]
    [InlineData(28)]
    [InlineData(365)]
    public void Until_ClockIsHoursAhead_IsNotMoreThanDiscordAllows(int? days)
    {
        var wrong = Now.AddHours(6);

        var until = MuteWindow.Until(wrong, days is { } lasts ? wrong.AddDays(lasts) : null);

        (until - Now).ShouldBeLessThan(DiscordAllows);
        MuteWindow.NextAt(wrong, days is { } end ? wrong.AddDays(end) : null).ShouldBeLessThan(until);
    }

    [Fact]
    public void Until_ShortMute_IsItsEnd()
    {
        MuteWindow.Until(Now, Now.AddDays(3)).ShouldBe(Now.AddDays(3));
        MuteWindow.NextAt(Now, Now.AddDays(3)).ShouldBe(Now.AddDays(3));
    }
}
