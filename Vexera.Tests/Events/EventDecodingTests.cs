using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Events;

namespace Vexera.Tests.Events;

public sealed class EventDecodingTests
{
    private static readonly Snowflake Guild = new(41771983423143937);

    public static TheoryData<string> Names => [.. EventCatalog.Discord.All.Select(descriptor => descriptor.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_FullSample_GivesTheTypedEvent(string name) =>
        Decode(name, EventSamples.All[name].Full).ShouldBeOfType(Descriptor(name).EventType);

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_OptionalsMissing_StillReads(string name) =>
        Decode(name, EventSamples.All[name].Minimal).ShouldBeOfType(Descriptor(name).EventType);

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_IdsAsNumbers_GivesTheSame(string name)
    {
        var full = EventSamples.All[name].Full;
        var numbers = JsonNode.Parse(full)!;
        foreach (var (owner, key) in Properties(numbers).Where(property => property.Key.EndsWith("id", StringComparison.Ordinal)))
        {
            if (owner[key]?.GetValueKind() == JsonValueKind.String && ulong.TryParse(owner[key]!.GetValue<string>(), out var id))
                owner[key] = id;
        }

        JsonSerializer.Serialize(Decode(name, numbers.ToJsonString())).ShouldBe(JsonSerializer.Serialize(Decode(name, full)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_UnknownTypeValues_AreKept(string name)
    {
        var changed = JsonNode.Parse(EventSamples.All[name].Full)!;
        foreach (var (owner, key) in Properties(changed).Where(property => property.Key == "type").ToList())
            owner[key] = 9_999;

        Decode(name, changed.ToJsonString()).ShouldBeOfType(Descriptor(name).EventType);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_AnyPropertyNullOrOfAnotherType_ReadsOrIsMalformed(string name)
    {
        var full = EventSamples.All[name].Full;
        var count = Properties(JsonNode.Parse(full)!).Count;
        foreach (var wrong in new JsonNode?[] { null, JsonValue.Create(true), new JsonArray(), new JsonObject(), JsonValue.Create(-1.5e300) })
        {
            for (var i = 0; i < count; i++)
            {
                var changed = JsonNode.Parse(full)!;
                var (owner, key) = Properties(changed)[i];
                owner[key] = wrong?.DeepClone();
                ReadsOrIsMalformed(name, Encoding.UTF8.GetBytes(changed.ToJsonString()));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_DamagedBytes_ReadsOrIsMalformed(string name)
    {
        var full = Encoding.UTF8.GetBytes(EventSamples.All[name].Full);
        var damage = Gen.Select(Gen.Int[0, full.Length - 1], Gen.Byte).Array[1, 4];

        damage.Sample(
            hits =>
            {
                var bytes = full.ToArray();
                foreach (var (at, value) in hits)
                    bytes[at] = value;
                ReadsOrIsMalformed(name, bytes);
                ReadsOrIsMalformed(name, bytes[..hits[0].Item1]);
            },
            iter: 200,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_AnyBytes_ReadsOrIsMalformed(string name) =>
        Gen.Byte.Array.Sample(bytes => ReadsOrIsMalformed(name, bytes), iter: 200, threads: 1);

    [Theory]
    [InlineData("GUILD_CREATE")]
    [InlineData("MESSAGE_CREATE")]
    [InlineData("GUILD_ROLE_CREATE")]
    [InlineData("GUILD_MEMBER_ADD")]
    public void Decode_Null_IsMalformed(string name) => Should.Throw<JsonException>(() => Decode(name, "null"));

    [Theory]
    [InlineData("GUILD_ROLE_CREATE", """{"guild_id":"1"}""")]
    [InlineData("GUILD_ROLE_DELETE", """{"guild_id":"1"}""")]
    [InlineData("GUILD_MEMBER_ADD", """{"user":{"id":"1","username":"n"}}""")]
    [InlineData("GUILD_MEMBER_REMOVE", """{"guild_id":"1","user":null}""")]
    [InlineData("THREAD_LIST_SYNC", """{"guild_id":"1"}""")]
    [InlineData("GUILD_BAN_ADD", """{"guild_id":"1"}""")]
    [InlineData("GUILD_BAN_REMOVE", """{"user":{"id":"1","username":"n"}}""")]
    [InlineData("GUILD_AUDIT_LOG_ENTRY_CREATE", """{"id":"1","user_id":"2","target_id":"3","action_type":20}""")]
    [InlineData("GUILD_AUDIT_LOG_ENTRY_CREATE", """{"id":"1","user_id":"2","target_id":"3","guild_id":"4"}""")]
    [InlineData("READY", """{"user":{"id":"1","username":"n"},"application":{"id":"2"}}""")]
    public void Decode_RequiredMissing_IsMalformed(string name, string json) => Should.Throw<JsonException>(() => Decode(name, json));

    [Fact]
    public void Decode_GuildCreateInAnOutage_TellsNothing() =>
        Decode("GUILD_CREATE", """{"id":"1","unavailable":true}""").ShouldBeNull();

    [Fact]
    public void Decode_Ready_HasGuildsAndShard()
    {
        var ready = Decode("READY", EventSamples.All["READY"].Full).ShouldBeOfType<ReadyEvent>();

        ready.Guilds.ShouldHaveSingleItem().ShouldBe(new UnavailableGuild { Id = Guild, Unavailable = true });
        ready.Shard.ShouldBe([1, 3]);
        ready.ShardCount.ShouldBe(3);
        ready.Application.Flags.ShouldBe((ApplicationFlags)565248);
    }

    [Fact]
    public void Decode_GuildCreate_HasChannelsThreadsRolesAndMembership()
    {
        var guild = Decode("GUILD_CREATE", EventSamples.All["GUILD_CREATE"].Full).ShouldBeOfType<GuildCreateEvent>().Guild;

        guild.MemberCount.ShouldBe(268);
        guild.JoinedAt.ShouldBe(new DateTimeOffset(2019, 10, 12, 1, 2, 3, TimeSpan.Zero));
        guild.Roles.ShouldHaveSingleItem().Permissions.ShouldBe((Permission)66321471);
        guild.Channels.ShouldHaveSingleItem().PermissionOverwrites.Select(overwrite => overwrite.Type)
            .ShouldBe([OverwriteType.Role, OverwriteType.Member]);
        guild.Threads.ShouldHaveSingleItem().ThreadMetadata.ShouldBe(new ThreadMetadata());
        guild.Members.ShouldHaveSingleItem().Roles.ShouldBe([new Snowflake(41771983423143936)]);
    }

    [Theory]
    [InlineData("GUILD_MEMBER_ADD")]
    [InlineData("GUILD_MEMBER_UPDATE")]
    public void Decode_Member_HasGuildAndUser(string name)
    {
        var (guild, member) = Decode(name, EventSamples.All[name].Full) switch
        {
            GuildMemberAddEvent e => (e.GuildId, e.Member),
            GuildMemberUpdateEvent e => (e.GuildId, e.Member),
            _ => default,
        };

        guild.ShouldBe(Guild);
        member.User!.DisplayName.ShouldBe("Nelly");
    }

    [Fact]
    public void Decode_AuditLogEntry_SaysWhoDidWhatAndUntilWhen()
    {
        var (guild, entry) = Decode("GUILD_AUDIT_LOG_ENTRY_CREATE", EventSamples.All["GUILD_AUDIT_LOG_ENTRY_CREATE"].Full)
            .ShouldBeOfType<AuditLogEntryCreateEvent>();

        guild.ShouldBe(Guild);
        (entry.UserId, entry.TargetId, entry.ActionType, entry.Reason).ShouldBe(
            (new Snowflake(80351110224678912), new Snowflake(80351110224678914), AuditLogAction.MemberUpdate, "spam, \"again\""));
        entry.ChangesTimeout(out var until, out var before).ShouldBeTrue();
        until.ShouldBe(new DateTimeOffset(2023, 9, 10, 1, 2, 3, 456, TimeSpan.Zero));
        before.ShouldBe(new DateTimeOffset(2023, 9, 9, 1, 2, 3, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(24, """[{"key":"communication_disabled_until","old_value":"2023-09-09T01:02:03+00:00"}]""", true)]
    [InlineData(24, """[{"key":"communication_disabled_until","new_value":null}]""", true)]
    [InlineData(24, """[{"key":"nick","new_value":"N"}]""", false)]
    [InlineData(25, """[{"key":"communication_disabled_until","new_value":"2023-09-09T01:02:03+00:00"}]""", false)]
    public void ChangesTimeout_EndedOrOfAnotherKind_GivesNoEnd(int action, string changes, bool expected)
    {
        var entry = Decode(
            "GUILD_AUDIT_LOG_ENTRY_CREATE",
            $$"""{"id":"1","user_id":"2","target_id":"3","action_type":{{action}},"changes":{{changes}},"guild_id":"4"}""")
            .ShouldBeOfType<AuditLogEntryCreateEvent>().Entry;

        entry.ChangesTimeout(out var until, out _).ShouldBe(expected);
        if (expected)
            until.ShouldBeNull();
    }

    [Fact]
    public void Decode_ThreadListSync_WithoutChannels_IsTheWholeGuild() =>
        Decode("THREAD_LIST_SYNC", """{"guild_id":"1","threads":[]}""").ShouldBeOfType<ThreadListSyncEvent>().ChannelIds.ShouldBeNull();

    private static void ReadsOrIsMalformed(string name, byte[] data)
    {
        try
        {
            Descriptor(name).Decode(data)?.ShouldBeOfType(Descriptor(name).EventType);
        }
        catch (JsonException malformed)
        {
            malformed.Message.ShouldNotBeEmpty();
        }
    }

    private static EventDescriptor Descriptor(string name) => EventCatalog.Discord.Find(Encoding.UTF8.GetBytes(name)).ShouldNotBeNull();

    private static object? Decode(string name, string json) => Descriptor(name).Decode(Encoding.UTF8.GetBytes(json));

    private static List<(JsonObject Owner, string Key)> Properties(JsonNode node) => node switch
    {
        JsonObject owner => [.. owner.SelectMany(pair => (pair.Value is null ? [] : Properties(pair.Value)).Prepend((owner, pair.Key)))],
        JsonArray array => [.. array.SelectMany(item => item is null ? [] : Properties(item))],
        _ => [],
    };
}
