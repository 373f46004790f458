using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Commands;
using Vexera.Tests.Commands.Components;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>Somebody's cases, page by page.</summary>
public sealed class InfractionsTests : ModerationContract
{
    private static IEnumerable<Button> ButtonsOf(RestCall call) =>
        (call.Message!.Components ?? []).SelectMany(row => row.Components).OfType<Button>();

    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);

    [Fact]
    public async Task Infractions_MoreThanAPage_LeafsThroughThemNewestFirst()
    {
        await WarnAsync(21);

        var first = (await Bot.Rig.WriteAsync("+infractions <@3>", TestGuild.Owner))[^1];
        ShowsCases(first, 21, 12);
        ButtonsOf(first).Select(button => (button.Label, button.Disabled == true)).ShouldBe([("◀", true), ("1 / 3", true), ("▶", false)]);

        var second = (await PressAsync(ButtonsOf(first).Last())).ShouldHaveSingleItem();
        second.Name.ShouldBe("update");
        ShowsCases(second, 11, 2);
        await RestartAsync();
        var last = (await PressAsync(ButtonsOf(second).Last())).ShouldHaveSingleItem();
        ShowsCases(last, 1, 1);
        ButtonsOf(last).Select(button => button.Disabled == true).ShouldBe([false, true, true]);
        ShowsCases((await PressAsync(ButtonsOf(last).First())).ShouldHaveSingleItem(), 11, 2);
    }

    [Fact]
    public async Task Infractions_PageGiven_BeginsThere()
    {
        await WarnAsync(21);

        ShowsCases((await Bot.Rig.WriteAsync("+infractions <@3> 2", TestGuild.Owner))[^1], 11, 2);
        ShowsCases((await Bot.Rig.WriteAsync("+infractions <@3> 99", TestGuild.Owner))[^1], 1, 1);
    }

    [Fact]
    public async Task Infractions_OnePage_HasNoButtons()
    {
        await WarnAsync(10);

        ButtonsOf((await Bot.Rig.WriteAsync("+infractions <@3>", TestGuild.Owner))[^1]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaf_ByAnotherOrWithABrokenId_ShowsNothing()
    {
        await WarnAsync(11);
        var next = ButtonsOf((await Bot.Rig.WriteAsync("+infractions <@3>", TestGuild.Owner))[^1]).Last();

        (await Bot.Rig.PressAsync(next.CustomId!, TestGuild.Moderator)).ShouldHaveSingleItem().Ephemeral.ShouldBeTrue();
        (await Bot.Rig.PressAsync(InfractionsTurn.Definition.IdFor(null, "nobody.1"), TestGuild.Owner)).ShouldHaveSingleItem().Message.ShouldBeNull();
    }

    private static void ShowsCases(RestCall call, int newest, int oldest)
    {
        var numbers = call.Message!.Content!.Split('\n').Where(line => line.Contains("spam", StringComparison.Ordinal)).ToList();
        numbers.Count.ShouldBe(newest - oldest + 1, call.Message.Content);
        numbers[0].ShouldContain($"spam {newest}`");
        numbers[^1].ShouldContain($"spam {oldest}`");
    }

    private async Task WarnAsync(int times)
    {
        for (var i = 1; i <= times; i++)
        {
            await Bot.AskAsync($"+warn <@3> spam {i}", TestGuild.Owner);
            Bot.Time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private Task<IReadOnlyList<RestCall>> PressAsync(Button button) => Bot.Rig.PressAsync(button.CustomId!, TestGuild.Owner);
}
