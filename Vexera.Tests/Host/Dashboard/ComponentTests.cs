using Bunit;
using Microsoft.AspNetCore.Components;
using Vexera.Core.Shards;
using Vexera.Host.Dashboard.Charts;
using Vexera.Host.Dashboard.Components;
using Vexera.Host.Dashboard.Live;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>The page's parts by themselves.</summary>
public sealed class ComponentTests : BunitContext
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-27T12:00:00Z", null);

    [Theory]
    [InlineData(ShardState.Ready, "")]
    [InlineData(ShardState.Resuming, "↻")]
    [InlineData(ShardState.Identifying, "?")]
    [InlineData(ShardState.Connecting, "⇄")]
    [InlineData(ShardState.BackingOff, "‖")]
    [InlineData(ShardState.Waiting, "…")]
    [InlineData(ShardState.Stopped, "×")]
    public void ShardCell_AnyState_HasAStyleASignAndWords(ShardState state, string sign)
    {
        var cell = Render<ShardCell>(parameters => parameters.Add(one => one.Shard, Shard(state))).Find("button");

        cell.ClassName.ShouldBe($"cell {state.ToString().ToLowerInvariant()}");
        cell.TextContent.ShouldBe($"7{sign}");
        cell.GetAttribute("aria-label").ShouldNotBeNull().ShouldStartWith("Shard 7: ");
    }

    [Fact]
    public void ShardCell_SameShardAgain_IsNotRenderedAgain()
    {
        var shard = Shard(ShardState.Ready);
        var cell = Render<ShardCell>(parameters => parameters.Add(one => one.Shard, shard));

        cell.Render(parameters => parameters.Add(one => one.Shard, shard));
        cell.RenderCount.ShouldBe(1);
        cell.Render(parameters => parameters.Add(one => one.Shard, shard with { Latency = 50 }));
        cell.RenderCount.ShouldBe(2);
    }

    [Fact]
    public void ShardCell_Clicked_OpensTheShard()
    {
        var opened = -1;
        var cell = Render<ShardCell>(parameters => parameters
            .Add(one => one.Shard, Shard(ShardState.Ready))
            .Add(one => one.OnOpen, EventCallback.Factory.Create<int>(this, id => opened = id)));

        cell.Find("button").Click();

        opened.ShouldBe(7);
    }

    [Fact]
    public void LineChart_Figures_AreDrawnLabelledAndSpoken()
    {
        var axis = ChartBuilder.Axis(ChartRange.HalfHour, Now);
        var chart = ChartBuilder.Draw(axis, [(Now - TimeSpan.FromSeconds(20), 1_000), (Now - TimeSpan.FromSeconds(10), 1_203)], least: 10);
        var figure = Render<LineChart>(parameters => parameters
            .Add(one => one.Name, "Events")
            .Add(one => one.Unit, "/s")
            .Add(one => one.Chart, chart)
            .Add(one => one.Axis, axis)
            .Add(one => one.Average, 1_100)
            .Add(one => one.Marks, [new ChartMark(50, MarkSign.Deploy, "0.2.0", Now - TimeSpan.FromMinutes(15))]));

        figure.Find("path.line").GetAttribute("d").ShouldBe(chart.Line);
        figure.Find("figure").GetAttribute("aria-label").ShouldNotBeNull().ShouldContain("now 1,203 /s, least 1,000");
        figure.FindAll("line.average").Count.ShouldBe(1);
        figure.Find(".mark.deploy").TextContent.ShouldContain("New version 0.2.0 11:45");
        figure.FindAll(".times span").Select(label => label.TextContent).ShouldBe(["11:35", "11:40", "11:45", "11:50", "11:55"]);
    }

    [Fact]
    public void LineChart_NoFigures_SaysSo()
    {
        var axis = ChartBuilder.Axis(ChartRange.HalfHour, Now);
        var figure = Render<LineChart>(parameters => parameters
            .Add(one => one.Name, "Events").Add(one => one.Chart, ChartBuilder.Draw(axis, [], least: 10)).Add(one => one.Axis, axis));

        figure.Find(".empty").TextContent.ShouldContain("ten seconds");
    }

    private static ShardView Shard(ShardState state) => new(7, state, Now, 42, 1_040, false, "closed with 1006");
}
