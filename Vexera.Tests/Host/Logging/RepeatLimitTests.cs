using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Vexera.Host.Logging;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Logging;

public sealed class RepeatLimitTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLoggers _written = new();
    private readonly LimitedLoggerProvider _provider;
    private readonly ILogger _logger;

    public RepeatLimitTests()
    {
        _provider = new LimitedLoggerProvider(_written, _time);
        _logger = _provider.CreateLogger("room");
    }

    public void Dispose() => _provider.Dispose();

    [Fact]
    public void Log_OfOneKindTooOften_WritesTheFirstAndTellsTheRest()
    {
        for (var i = 0; i < RepeatLimit.Most + 1_203; i++)
            Say(i);

        _written.Lines.Count.ShouldBe(RepeatLimit.Most);
        _time.Advance(RepeatLimit.Window);

        _written.Lines[^1].ShouldBe(new LogLine(LogLevel.Warning, 9020, "1,203 more like this (event 7): Shard {Shard} is slow"));
    }

    [Fact]
    public void Log_NextWindow_WritesAgain()
    {
        for (var i = 0; i < RepeatLimit.Most + 5; i++)
            Say(i);
        _time.Advance(RepeatLimit.Window);

        Say(99);

        _written.Lines.Count.ShouldBe(RepeatLimit.Most + 2);
        _written.Lines[^1].Text.ShouldBe("Shard 99 is slow");
    }

    [Fact]
    public void Log_DifferentKinds_DoNotCountTogether()
    {
        for (var i = 0; i < RepeatLimit.Most; i++)
        {
            Say(i);
            Write(LogLevel.Warning, 8, "Thing", i, "Another {Thing}");
        }

        _written.Lines.Count.ShouldBe(2 * RepeatLimit.Most);
    }

    [Theory]
    [InlineData(LogLevel.Debug, "Shard")]
    [InlineData(LogLevel.Critical, "Shard")]
    [InlineData(LogLevel.Error, "ErrorId")]
    public void Log_WhatMustBeFound_IsAlwaysWritten(LogLevel level, string name)
    {
        for (var i = 0; i < 3 * RepeatLimit.Most; i++)
            Write(level, 7, name, i, $"It was {{{name}}}");

        _written.Lines.Count.ShouldBe(3 * RepeatLimit.Most);
    }

    [Fact]
    public void Dispose_LinesHeldBack_TellsThem()
    {
        for (var i = 0; i < RepeatLimit.Most + 1; i++)
            Say(i);

        _provider.Dispose();

        _written.Lines[^1].Text.ShouldStartWith("1 more like this");
    }

    [Fact]
    public void TryPass_AnyNumberOfKinds_RemembersNoMoreThanTheMost()
    {
        var limit = new RepeatLimit(_time);
        for (var i = 0; i < 5 * RepeatLimit.MostKinds; i++)
            limit.TryPass(new RepeatKey("room", i, "x"), LogLevel.Warning, out _).ShouldBeTrue();

        limit.Count.ShouldBe(RepeatLimit.MostKinds);
        _time.Advance(RepeatLimit.Window);
        limit.Sweep().ShouldBeEmpty();
        limit.Count.ShouldBe(0);
    }

    [Fact]
    public async Task TryPass_FromManyThreads_CountsEveryLine()
    {
        var limit = new RepeatLimit(_time);
        var passed = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () =>
            {
                for (var i = 0; i < 1_000; i++)
                {
                    if (limit.TryPass(new RepeatKey("room", 1, "x"), LogLevel.Warning, out var _))
                        Interlocked.Increment(ref passed);
                }
            },
            TestContext.Current.CancellationToken)));

        passed.ShouldBe(RepeatLimit.Most);
        limit.Sweep(all: true).ShouldHaveSingleItem().Count.ShouldBe(8_000 - RepeatLimit.Most);
    }

    private void Say(int shard) => Write(LogLevel.Warning, 7, "Shard", shard, "Shard {Shard} is slow");

    private void Write(LogLevel level, int eventId, string name, int value, string template)
    {
        IReadOnlyList<KeyValuePair<string, object?>> state = [new(name, value), new("{OriginalFormat}", template)];
        if (_logger.IsEnabled(level))
            _logger.Log(level, new EventId(eventId), state, null, (_, _) => template.Replace($"{{{name}}}", $"{value}", StringComparison.Ordinal));
    }
}
