using Microsoft.Extensions.Options;
using NLog;
using NLog.Config;
using Vexera.Host.Dashboard;
using Vexera.Host.Dashboard.Logs;
using Vexera.Host.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>The tail of the log in memory.</summary>
public sealed class LogRingTests
{
    private readonly LogRing _ring = new();

    [Fact]
    public void Add_MoreThanThereIsRoomFor_KeepsTheNewest()
    {
        for (var number = 1; number <= LogRing.Capacity + 5; number++)
            Add($"line {number}");

        var found = _ring.Find(LogLevel.Trace, "", int.MaxValue);

        found.Count.ShouldBe(LogRing.Capacity);
        found[0].Text.ShouldBe("line 6");
        found[^1].Text.ShouldBe($"line {LogRing.Capacity + 5}");
        _ring.Count.ShouldBe(LogRing.Capacity + 5);
    }

    [Fact]
    public void Add_LongLine_IsCut()
    {
        Add(new string('x', 100_000));

        _ring.Find(LogLevel.Trace, "", 1)[0].Text.Length.ShouldBe(LogRing.LongestLine + 1);
    }

    [Theory]
    [InlineData(LogLevel.Information, "", 3)]
    [InlineData(LogLevel.Warning, "", 2)]
    [InlineData(LogLevel.Error, "", 1)]
    [InlineData(LogLevel.Information, "SHARD", 2)]
    [InlineData(LogLevel.Information, "fleet", 3)]
    [InlineData(LogLevel.Information, "42", 1)]
    [InlineData(LogLevel.Information, "nothing", 0)]
    public void Find_LevelAndText_GivesWhatMatches(LogLevel least, string text, int lines)
    {
        Add("Shard 7 is ready.", LogLevel.Information, 41);
        Add("Shard 7 is lost.", LogLevel.Warning, 42);
        Add("The token was refused.", LogLevel.Error, 43);

        _ring.Find(least, text, 10).Count.ShouldBe(lines);
    }

    [Fact]
    public async Task Tap_LoggedAfterAnEditOfTheSettings_IsStillInTheRing()
    {
        using var factory = new LogFactory { Configuration = new LoggingConfiguration() };
        using var tap = new LogTap(factory, _ring, Options.Create(new DashboardOptions()), new Redactor());
        await tap.StartAsync(TestContext.Current.CancellationToken);
        factory.GetLogger("Vexera.Core.Fleet").Info("before");

        factory.Configuration = new LoggingConfiguration();
        factory.GetLogger("Vexera.Core.Fleet").Error(new InvalidOperationException("why"), "after");
        factory.GetLogger("Vexera.Core.Fleet").Debug("not this");

        var found = _ring.Find(LogLevel.Trace, "", 10);
        found.Select(line => line.Source).ShouldBe(["Fleet", "Fleet"]);
        found[0].Text.ShouldBe("before");
        found[1].Text.ShouldContain("why");
        found[1].Level.ShouldBe(LogLevel.Error);
    }

    private void Add(string text, LogLevel level = LogLevel.Information, int eventId = 1) => _ring.Add(DateTimeOffset.UnixEpoch, level, eventId, "Fleet", text);
}
