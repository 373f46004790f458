using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Tests.Rest;

/// <summary>What several tests of REST need.</summary>
internal static class Samples
{
    /// <summary>The secret within <see cref="Interaction"/>; no log line or exception may hold it.</summary>
    public const string InteractionToken = "aW50ZXJhY3Rpb24.t0ken/with+odd=signs";

    public static Interaction Interaction { get; } = new()
    {
        Id = new Snowflake(700),
        ApplicationId = new Snowflake(800),
        Type = InteractionType.ApplicationCommand,
        Token = InteractionToken,
    };
}
