using System.ComponentModel.DataAnnotations;
using Vexera.Core.Discord;

namespace Vexera.Core.Gateway;

/// <summary>Section <c>Gateway</c>: the shards and how they talk to Discord. Everything here is read at start.</summary>
public sealed class GatewayOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Gateway";

    /// <summary>
    /// How many shards the bot has in all, over all processes: 1 to 16000, or 0 (the default) to take what Discord recommends.
    /// A bot in more than 150,000 guilds must choose a multiple of the number that Discord assigned to it.
    /// </summary>
    [Range(0, 16_000)]
    public int ShardCount { get; set; }

    /// <summary>
    /// Which shards this process runs, such as <c>0-35</c> or <c>7</c>, counted from 0. Nothing, the default, means all.
    /// Needs a ShardCount that is not 0.
    /// </summary>
    [RegularExpression(@"\d{1,5}(-\d{1,5})?", ErrorMessage = "{0} must be a shard number or a range of them, such as 7 or 0-35.")]
    public string? Shards { get; set; }

    /// <summary>
    /// Whether to go over to more shards while running when Discord recommends them: Off (the default) or Automatic. Discord is
    /// asked about once an hour, while ShardCount is 0; Off tells of a higher number in the log. Automatic needs a ShardCount of 0.
    /// A reshard takes an IDENTIFY of the day's budget for each new shard. The owner's command <c>shards reshard</c> works either way.
    /// </summary>
    [EnumDataType(typeof(GatewayReshard))]
    public GatewayReshard Reshard { get; set; }

    /// <summary>How Discord compresses what it sends: None, ZlibStream (the default) or ZstdStream.</summary>
    [EnumDataType(typeof(GatewayCompression))]
    public GatewayCompression Compression { get; set; } = GatewayCompression.ZlibStream;

    /// <summary>
    /// Which groups of events to ask for, as names with commas between them. The default is what the modules need:
    /// Guilds, GuildMembers, GuildModeration, GuildMessages, DirectMessages, MessageContent. GuildMembers, GuildPresences and
    /// MessageContent are privileged: they must be switched on in the developer portal. Where GuildMembers or MessageContent is
    /// not, the bot goes on without it and says so. Source: https://discord.com/developers/docs/events/gateway#gateway-intents.
    /// </summary>
    public GatewayIntents Intents { get; set; } =
        GatewayIntents.Guilds | GatewayIntents.GuildMembers | GatewayIntents.GuildModeration
        | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages | GatewayIntents.MessageContent;

    /// <summary>The longest frame to take, in bytes after decompression: 65536 to 1073741824, 33554432 (32 MiB) unless set.</summary>
    [Range(64 * 1024, 1024 * 1024 * 1024)]
    public int FrameBytesMax { get; set; } = 32 * 1024 * 1024;

    /// <summary>
    /// How many of the day's IDENTIFYs to keep back: when no more are left the fleet waits for Discord to renew them instead
    /// of risking the token. What was taken is kept in the database, so that restarts count too. 0 to 1000, 10 unless set; never more than a tenth of the day's budget is kept back.
    /// </summary>
    [Range(0, 1000)]
    public int IdentifyReserve { get; set; } = 10;

    /// <summary>
    /// How long to try at start until Discord answers for the first time; then the process ends with exit code 69, for a service
    /// manager to start it again. Later it tries on for as long as it takes. Up to 1 day, 30 seconds unless set; 0 tries for ever.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan StartPatience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long opening a connection may take, TLS included. 1 second to 2 minutes, 20 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long Discord has to say HELLO on a new connection. 1 second to 2 minutes, 20 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HelloTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long Discord has to answer IDENTIFY with READY. 1 second to 10 minutes, 1 minute unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ReadyTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a replay after RESUME may pause before it counts as failed. 1 second to 10 minutes, 1 minute unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ResumedTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The upper bound of the random wait before the first attempt to reconnect; each further attempt doubles it.
    /// 10 ms to 1 minute, 1 second unless set.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BackoffFirst { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The upper bound of the random wait before any attempt to reconnect. 1 second to 1 hour, 1 minute unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BackoffMax { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a shard must have received events before its waits begin small again. 1 second to 1 hour, 1 minute unless set.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan StableAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many times a shard may lose its connection within FlapWindow before it is reported as flapping. 2 to 100, 5 unless set.
    /// </summary>
    [Range(2, 100)]
    public int FlapCount { get; set; } = 5;

    /// <summary>
    /// The time in which lost connections are counted; a flapping shard is reported once in it. 1 minute to 1 day, 10 minutes
    /// unless set.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FlapWindow { get; set; } = TimeSpan.FromMinutes(10);
}
