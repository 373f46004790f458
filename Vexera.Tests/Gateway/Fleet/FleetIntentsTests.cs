using Vexera.Core.Discord;
using Vexera.Core.Gateway.Fleet;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Fleet;

public sealed class FleetIntentsTests
{
    private const GatewayIntents Members = GatewayIntents.GuildMembers;
    private const GatewayIntents Content = GatewayIntents.MessageContent;
    private readonly RecordingLogger<FleetIntents> _log = new();

    [Theory]
    [InlineData(Members, new[] { GatewayIntents.None })]
    [InlineData(Content, new[] { GatewayIntents.None })]
    [InlineData(Members | Content, new[] { Content, Members, GatewayIntents.None })]
    [InlineData(GatewayIntents.GuildPresences, new GatewayIntents[0])]
    [InlineData(GatewayIntents.GuildPresences | Members, new[] { GatewayIntents.GuildPresences })]
    public void TryRetreat_AgainAndAgain_LeavesOutTheLeastFirst(GatewayIntents configured, GatewayIntents[] tried)
    {
        var intents = new FleetIntents(configured | GatewayIntents.Guilds, _log);
        var asked = new List<GatewayIntents>();
        while (intents.TryRetreat(intents.Current))
            asked.Add(intents.Current & ~GatewayIntents.Guilds);

        asked.ShouldBe(tried);
        intents.Current.HasFlag(GatewayIntents.Guilds).ShouldBeTrue();
    }

    [Fact]
    public void TryRetreat_SecondShardRefusedTheSame_TriesWhatTheFirstTries()
    {
        var intents = new FleetIntents(Members | Content, _log);
        var asked = intents.Current;

        intents.TryRetreat(asked).ShouldBeTrue();
        intents.TryRetreat(asked).ShouldBeTrue();

        intents.Current.ShouldBe(Content);
        _log.Lines.ShouldHaveSingleItem().EventId.ShouldBe(1008);
    }
}
