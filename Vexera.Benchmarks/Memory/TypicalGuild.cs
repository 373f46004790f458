using System.Globalization;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;

namespace Vexera.Benchmarks.Memory;

/// <summary>
/// A guild of 30 channels and 20 roles that grew over three years: four categories, two of them closed to all but some roles, with
/// the channels in them closed in the same way, as Discord's clients do it.
/// </summary>
internal static class TypicalGuild
{
    /// <summary>How many channels it has, categories included.</summary>
    public const int Channels = 30;

    /// <summary>How many roles it has, @everyone included.</summary>
    public const int Roles = 20;

    private const int Categories = 4;
    private const int ClosedCategories = 2;
    private const Permission Everyone = Permission.ViewChannel | Permission.SendMessages | Permission.ReadMessageHistory | Permission.AddReactions
        | Permission.UseExternalEmojis | Permission.Connect | Permission.Speak | Permission.UseApplicationCommands | Permission.SendMessagesInThreads;

    private static readonly DateTimeOffset Epoch = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Growth = TimeSpan.FromDays(3 * 365);
    private static readonly string[] Words = ["general", "welcome", "rules", "announcements", "support", "off-topic", "music", "art", "games", "staff"];

    /// <summary>Makes one; each number gives another, always the same.</summary>
    public static GuildState Make(int number)
    {
        var random = new Random(number);
        var made = Epoch.AddMinutes(number);
        var id = IdAt(made, random);
        Snowflake[] roles = [id, .. Enumerable.Range(1, Roles - 1).Select(_ => IdAt(made + (Growth * random.NextDouble()), random))];
        Snowflake[] channels = [.. Enumerable.Range(0, Channels).Select(index => IdAt(made + (index < Categories ? TimeSpan.Zero : Growth * random.NextDouble()), random))];
        return new GuildState
        {
            Id = id,
            Name = $"The guild of {Words[number % Words.Length]} {number}",
            OwnerId = IdAt(Epoch, random),
            SystemChannelId = channels[Categories],
            PreferredLocale = "en-US",
            JoinedAt = made + Growth,
            MemberCount = random.Next(10, 5_000),
            Roles = SnowflakeMap<Role>.From(roles.Select((role, index) => RoleOf(role, index, random)), role => role.Id),
            Channels = SnowflakeMap<Channel>.From(channels.Select((_, index) => ChannelOf(channels, index, roles, random)), channel => channel.Id),
            Self = new Member
            {
                User = new User { Id = new Snowflake(1UL << 60), Username = "vexera", Discriminator = "0000", Bot = true },
                Roles = [roles[^1], roles[5]],
                JoinedAt = made + Growth,
            },
        };
    }

    private static Role RoleOf(Snowflake id, int index, Random random) => new()
    {
        Id = id,
        Name = index == 0 ? "@everyone" : $"{Words[random.Next(Words.Length)]} {(index < 5 ? "team" : "fan")}",
        Permissions = index switch
        {
            0 => Everyone,
            < 5 => Everyone | Permission.ManageMessages | Permission.KickMembers | Permission.BanMembers | Permission.ModerateMembers,
            _ => index % 2 == 0 ? Permission.None : Everyone,
        },
        Position = index,
        Color = index % 3 == 0 ? 0 : random.Next(1 << 24),
        Hoist = index < 5,
        Managed = index == Roles - 1,
    };

    private static Channel ChannelOf(Snowflake[] ids, int index, Snowflake[] roles, Random random)
    {
        var category = index < Categories ? index : index % Categories;
        return new Channel
        {
            Id = ids[index],
            Type = index < Categories ? ChannelType.GuildCategory : index % 6 == 0 ? ChannelType.GuildVoice : ChannelType.GuildText,
            Name = string.Create(CultureInfo.InvariantCulture, $"{Words[random.Next(Words.Length)]}-{index}"),
            Position = index,
            ParentId = index < Categories ? null : ids[category],
            RateLimitPerUser = index < Categories ? null : 0,
            PermissionOverwrites = category < ClosedCategories ? Closed(roles, category) : [],
        };
    }

    private static Overwrite[] Closed(Snowflake[] roles, int category) =>
    [
        new() { Id = roles[0], Type = OverwriteType.Role, Deny = Permission.ViewChannel | Permission.Connect },
        new() { Id = roles[1 + category], Type = OverwriteType.Role, Allow = Permission.ViewChannel | Permission.SendMessages | Permission.Connect },
        new() { Id = roles[3], Type = OverwriteType.Role, Allow = Permission.ViewChannel | Permission.ManageMessages, Deny = Permission.MentionEveryone },
        new() { Id = roles[^1], Type = OverwriteType.Role, Allow = Permission.ViewChannel | Permission.SendMessages | Permission.EmbedLinks },
    ];

    private static Snowflake IdAt(DateTimeOffset instant, Random random) => new(Snowflake.At(instant).Value | (uint)random.Next(1 << 22));
}
