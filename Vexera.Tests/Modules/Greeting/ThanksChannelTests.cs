using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Greeting;
using Vexera.Core.State;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Greeting;

public sealed class ThanksChannelTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Choose_SystemChannel_ComesFirst() =>
        Choose(Guild(Text(1, position: 0), Text(2, position: 9)) with { SystemChannelId = new Snowflake(2) }).ShouldBe(2UL);

    [Fact]
    public void Choose_SystemChannelIsSilent_TakesTheFirstAsPeopleSeeThem() =>
        Choose(Guild(
            Silent(1),
            Text(2, position: 3),
            Text(3, position: 1) with { ParentId = new Snowflake(8) },
            Text(4, position: 2),
            new Channel { Id = new Snowflake(8), Type = ChannelType.GuildCategory, Position = 0 }) with
        { SystemChannelId = new Snowflake(1) }).ShouldBe(4UL);

    [Fact]
    public void Choose_CategoriesOnly_GoesByTheirOrder() =>
        Choose(Guild(
            Text(1, position: 0) with { ParentId = new Snowflake(8) },
            Text(2, position: 5) with { ParentId = new Snowflake(9) },
            new Channel { Id = new Snowflake(8), Type = ChannelType.GuildCategory, Position = 2 },
            new Channel { Id = new Snowflake(9), Type = ChannelType.GuildCategory, Position = 1 })).ShouldBe(2UL);

    [Fact]
    public void Choose_SamePosition_TakesTheOlder() => Choose(Guild(Text(5), Text(4))).ShouldBe(4UL);

    [Theory]
    [InlineData(ChannelType.GuildVoice)]
    [InlineData(ChannelType.GuildAnnouncement)]
    [InlineData(ChannelType.GuildForum)]
    [InlineData(ChannelType.GuildCategory)]
    [InlineData(ChannelType.PublicThread)]
    [InlineData((ChannelType)999)]
    public void Choose_OtherKinds_AreLeftAlone(ChannelType type) =>
        Choose(Guild(Text(1) with { Type = type })).ShouldBeNull();

    [Fact]
    public void Choose_AllSilent_IsNone() => Choose(Guild(Silent(1), Silent(2))).ShouldBeNull();

    [Fact]
    public void Choose_BotTimedOut_IsNone() => Choose(Guild(Text(1)) with
    {
        Self = new Member { CommunicationDisabledUntil = Now.AddMinutes(1) },
    }).ShouldBeNull();

    [Fact]
    public void Choose_MembershipUnknown_TrustsTheSystemChannel() =>
        Choose(Guild(Text(1), Text(2)) with { Self = null, SystemChannelId = new Snowflake(2) }).ShouldBe(2UL);

    private static ulong? Choose(GuildState guild) => ThanksChannel.Choose(guild, FakeSelf.Id, Now)?.Value;

    private static GuildState Guild(params Channel[] channels) => TestGuild.State with
    {
        SystemChannelId = null,
        Channels = TestGuild.Channels(channels),
    };

    private static Channel Text(ulong id, int position = 0) =>
        new() { Id = new Snowflake(id), Type = ChannelType.GuildText, Position = position };

    private static Channel Silent(ulong id) => Text(id) with
    {
        PermissionOverwrites = [new Overwrite { Id = TestGuild.BotRole, Type = OverwriteType.Role, Deny = Permission.SendMessages }],
    };
}
