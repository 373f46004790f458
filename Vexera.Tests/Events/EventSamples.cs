namespace Vexera.Tests.Events;

/// <summary>A payload of each event, as Discord would write it, and the least that must be readable.</summary>
internal static class EventSamples
{
    private const string User = """{"id":"80351110224678912","username":"nelly","discriminator":"0","global_name":"Nelly","avatar":null,"bot":false,"public_flags":64}""";
    private const string Role = """{"id":"41771983423143936","name":"WE DEM BOYZZ!!!!!! \ud83e\udd16","color":3447003,"hoist":true,"icon":null,"unicode_emoji":null,"position":1,"permissions":"66321471","managed":false,"mentionable":false,"flags":0}""";
    private const string Overwrites = """[{"id":"41771983423143937","type":0,"allow":"1024","deny":"2048"},{"id":"80351110224678912","type":1,"allow":"0","deny":"8"}]""";
    private const string Channel = $$"""{"id":"41771983423143937","guild_id":"41771983423143937","name":"general","type":0,"position":6,"permission_overwrites":{{Overwrites}},"rate_limit_per_user":2,"nsfw":true,"topic":"مرحبا \"guild_id\": 1","last_message_id":"155117677105512449","parent_id":"399942396007890945"}""";
    private const string Thread = """{"id":"41771983423143938","guild_id":"41771983423143937","parent_id":"41771983423143939","owner_id":"80351110224678912","name":"don't buy dota-2","type":11,"message_count":1,"member_count":5,"rate_limit_per_user":2,"thread_metadata":{"archived":false,"auto_archive_duration":1440,"archive_timestamp":"2021-04-12T23:40:39.855793+00:00","locked":false}}""";
    private const string MemberFields = $$""" "user":{{User}},"nick":null,"avatar":null,"roles":["41771983423143936"],"joined_at":"2015-04-26T06:26:56.936000+00:00","premium_since":null,"deaf":false,"mute":false,"flags":0,"pending":false,"communication_disabled_until":null """;
    private const string Guild = $$""" "id":"41771983423143937","name":"Discord Developers","owner_id":"80351110224678912","system_channel_id":"41771983423143937","preferred_locale":"en-US","roles":[{{Role}}],"emojis":[],"features":["COMMUNITY"],"icon":null,"afk_timeout":300,"verification_level":3 """;

    /// <summary>By Discord's name of the event.</summary>
    public static IReadOnlyDictionary<string, (string Full, string Minimal)> All { get; } = new Dictionary<string, (string, string)>
    {
        ["READY"] = (
            $$"""{"v":10,"user_settings":{},"user":{{User}},"session_type":"normal","session_id":"abc","resume_gateway_url":"wss://us-east1.example","relationships":[],"private_channels":[],"presences":[],"guilds":[{"unavailable":true,"id":"41771983423143937"}],"geo_ordered_rtc_regions":[],"shard":[1,3],"application":{"id":"80351110224678913","flags":565248},"_trace":["[\"gateway\"]"]}""",
            """{"user":{"id":"1","username":"n"},"guilds":[],"application":{"id":"2"}}"""),
        ["RESUMED"] = ("""{"_trace":["[\"gateway\"]"]}""", "{}"),
        ["USER_UPDATE"] = (User, """{"id":"1","username":"n"}"""),
        ["GUILD_CREATE"] = (
            $$"""{{{Guild}},"joined_at":"2019-10-12T01:02:03.000000+00:00","large":true,"unavailable":false,"member_count":268,"voice_states":[],"members":[{{{MemberFields}}}],"channels":[{{Channel}}],"threads":[{{Thread}}],"presences":[],"stage_instances":[],"guild_scheduled_events":[]}""",
            """{"id":"1","name":"g","owner_id":"2"}"""),
        ["GUILD_UPDATE"] = ($$"""{{{Guild}}}""", """{"id":"1","name":"g","owner_id":"2"}"""),
        ["GUILD_DELETE"] = ("""{"id":"41771983423143937","unavailable":true}""", """{"id":"1"}"""),
        ["CHANNEL_CREATE"] = (Channel, """{"id":"1","type":0}"""),
        ["CHANNEL_UPDATE"] = (Channel, """{"id":"1","type":0}"""),
        ["CHANNEL_DELETE"] = (Channel, """{"id":"1","type":0}"""),
        ["THREAD_CREATE"] = (Thread, """{"id":"1","type":11}"""),
        ["THREAD_UPDATE"] = (Thread, """{"id":"1","type":11}"""),
        ["THREAD_DELETE"] = (
            """{"id":"41771983423143938","guild_id":"41771983423143937","parent_id":"41771983423143939","type":11}""",
            """{"id":"1","guild_id":"2"}"""),
        ["THREAD_LIST_SYNC"] = (
            $$"""{"guild_id":"41771983423143937","channel_ids":["41771983423143939"],"threads":[{{Thread}}],"members":[]}""",
            """{"guild_id":"1","threads":[]}"""),
        ["GUILD_ROLE_CREATE"] = ($$"""{"guild_id":"41771983423143937","role":{{Role}}}""", """{"guild_id":"1","role":{"id":"2","name":"r","permissions":"0"}}"""),
        ["GUILD_ROLE_UPDATE"] = ($$"""{"guild_id":"41771983423143937","role":{{Role}}}""", """{"guild_id":"1","role":{"id":"2","name":"r","permissions":"0"}}"""),
        ["GUILD_ROLE_DELETE"] = ("""{"guild_id":"41771983423143937","role_id":"41771983423143936"}""", """{"guild_id":"1","role_id":"2"}"""),
        ["GUILD_MEMBER_ADD"] = ($$"""{"guild_id":"41771983423143937",{{MemberFields}}}""", """{"guild_id":"1"}"""),
        ["GUILD_MEMBER_UPDATE"] = ($$"""{{{MemberFields}},"guild_id":"41771983423143937"}""", """{"guild_id":"1"}"""),
        ["GUILD_MEMBER_REMOVE"] = ($$"""{"guild_id":"41771983423143937","user":{{User}}}""", """{"guild_id":"1","user":{"id":"2","username":"n"}}"""),
        ["GUILD_BAN_ADD"] = ($$"""{"guild_id":"41771983423143937","user":{{User}}}""", """{"guild_id":"1","user":{"id":"2","username":"n"}}"""),
        ["GUILD_BAN_REMOVE"] = ($$"""{"guild_id":"41771983423143937","user":{{User}}}""", """{"guild_id":"1","user":{"id":"2","username":"n"}}"""),
        ["GUILD_AUDIT_LOG_ENTRY_CREATE"] = (
            """{"id":"1150000000000000001","user_id":"80351110224678912","target_id":"80351110224678914","action_type":24,"changes":[{"key":"communication_disabled_until","old_value":"2023-09-09T01:02:03.000000+00:00","new_value":"2023-09-10T01:02:03.456000+00:00"},{"key":"nick","new_value":"N"}],"options":{"count":"1"},"reason":"spam, \"again\"","guild_id":"41771983423143937"}""",
            """{"id":"1","user_id":null,"target_id":null,"action_type":72,"guild_id":"2"}"""),
        ["MESSAGE_CREATE"] = (
            $$"""{"type":19,"tts":false,"timestamp":"2026-11-24T03:40:33.123000+00:00","referenced_message":null,"pinned":false,"nonce":"1","mentions":[{{User}}],"mention_roles":[],"mention_everyone":false,"message_reference":{"type":1,"message_id":"5","channel_id":"6","guild_id":"7"},"member":{"roles":["41771983423143936"],"joined_at":"2015-04-26T06:26:56.936000+00:00","nick":"N","mute":false,"deaf":false},"id":"334385199974967042","flags":0,"embeds":[],"edited_timestamp":null,"content":"+ping \"guild_id\":\"8\" \ud83d\ude00","components":[],"channel_id":"290926798999357250","author":{{User}},"attachments":[{"id":"7","filename":"cat.png","size":5,"url":"https://cdn.example/cat.png","proxy_url":"https://cdn.example/cat.png"}],"guild_id":"290926798626357999"}""",
            """{"id":"1","channel_id":"2","author":{"id":"3","username":"n"}}"""),
        ["INTERACTION_CREATE"] = (
            $$$$"""{"version":1,"type":2,"token":"A_UNIQUE_TOKEN","member":{"user":{{{{User}}}},"roles":[],"permissions":"274877906943","joined_at":null,"deaf":false,"mute":false},"locale":"de","id":"786008729715212338","guild_locale":"en-US","guild_id":"290926798626357999","entitlements":[],"data":{"type":1,"name":"ban","id":"771825006014889984","options":[{"type":6,"name":"user","value":"80351110224678912"},{"type":4,"name":"days","value":7}],"resolved":{"users":{"80351110224678912":{{{{User}}}}}}},"context":0,"channel_id":"645027906669510667","authorizing_integration_owners":{"0":"290926798626357999"},"application_id":"845027738276462632","app_permissions":"442368"}""",
            """{"id":"1","application_id":"2","type":2,"token":"t"}"""),
    };
}
