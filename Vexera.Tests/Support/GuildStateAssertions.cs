using System.Text.Json;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;

namespace Vexera.Tests.Support;

/// <summary>Compares guild states by everything they hold, lists and maps within them too.</summary>
internal static class GuildStateAssertions
{
    public static void ShouldHoldWhat(this GuildState? actual, GuildState expected) =>
        TextOf(actual.ShouldNotBeNull()).ShouldBe(TextOf(expected));

    /// <summary>All that a state holds.</summary>
    public static string TextOf(GuildState state) =>
        JsonSerializer.Serialize(state with { Roles = SnowflakeMap<Role>.Empty, Channels = SnowflakeMap<Channel>.Empty })
        + JsonSerializer.Serialize(state.Roles.Values)
        + JsonSerializer.Serialize(state.Channels.Values);
}
