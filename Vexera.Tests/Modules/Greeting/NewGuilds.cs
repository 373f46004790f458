using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord;
using Vexera.Core.State;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Greeting;

/// <summary>Guilds that the bot joined at one time or another.</summary>
internal static class NewGuilds
{
    /// <summary>A guild that the bot joined a minute from now, when every database there is has come to be.</summary>
    public static GuildState Joined(FakeTimeProvider time, ulong id = 77) => JoinedAt(time.GetUtcNow().AddMinutes(1), id);

    public static GuildState JoinedAt(DateTimeOffset joinedAt, ulong id = 77) =>
        TestGuild.State with { Id = new Snowflake(id), JoinedAt = joinedAt, Roles = Roles(id) };

    // @everyone has the guild's id.
    private static SnowflakeMap<Vexera.Core.Discord.Entities.Role> Roles(ulong id)
    {
        var everyone = TestGuild.State.Roles[TestGuild.Id];
        return TestGuild.State.Roles.Remove(TestGuild.Id).SetItem(new Snowflake(id), everyone with { Id = new Snowflake(id) });
    }
}
