using System.Collections.Frozen;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Gateway.Rules;

/// <summary>Which intent each event needs, and who may ask for which.</summary>
internal static class IntentRules
{
    private static readonly FrozenDictionary<string, GatewayIntents> InGuilds = new Dictionary<GatewayIntents, string[]>
    {
        [GatewayIntents.Guilds] =
        [
            "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE",
            "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "CHANNEL_PINS_UPDATE",
            "THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE", "THREAD_LIST_SYNC", "THREAD_MEMBER_UPDATE",
            "STAGE_INSTANCE_CREATE", "STAGE_INSTANCE_UPDATE", "STAGE_INSTANCE_DELETE",
            "VOICE_CHANNEL_STATUS_UPDATE", "VOICE_CHANNEL_START_TIME_UPDATE",
        ],
        [GatewayIntents.GuildMembers] = ["GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE", "THREAD_MEMBERS_UPDATE"],
        [GatewayIntents.GuildModeration] = ["GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_BAN_ADD", "GUILD_BAN_REMOVE"],
        [GatewayIntents.GuildExpressions] =
        [
            "GUILD_EMOJIS_UPDATE", "GUILD_STICKERS_UPDATE", "GUILD_SOUNDBOARD_SOUND_CREATE", "GUILD_SOUNDBOARD_SOUND_UPDATE",
            "GUILD_SOUNDBOARD_SOUND_DELETE", "GUILD_SOUNDBOARD_SOUNDS_UPDATE",
        ],
        [GatewayIntents.GuildIntegrations] = ["GUILD_INTEGRATIONS_UPDATE", "INTEGRATION_CREATE", "INTEGRATION_UPDATE", "INTEGRATION_DELETE"],
        [GatewayIntents.GuildWebhooks] = ["WEBHOOKS_UPDATE"],
        [GatewayIntents.GuildInvites] = ["INVITE_CREATE", "INVITE_DELETE"],
        [GatewayIntents.GuildVoiceStates] = ["VOICE_STATE_UPDATE", "VOICE_CHANNEL_EFFECT_SEND"],
        [GatewayIntents.GuildPresences] = ["PRESENCE_UPDATE"],
        [GatewayIntents.GuildMessages] = ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK"],
        [GatewayIntents.GuildMessageReactions] =
        [
            "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE", "MESSAGE_REACTION_REMOVE_ALL", "MESSAGE_REACTION_REMOVE_EMOJI",
        ],
        [GatewayIntents.GuildMessageTyping] = ["TYPING_START"],
        [GatewayIntents.GuildScheduledEvents] =
        [
            "GUILD_SCHEDULED_EVENT_CREATE", "GUILD_SCHEDULED_EVENT_UPDATE", "GUILD_SCHEDULED_EVENT_DELETE",
            "GUILD_SCHEDULED_EVENT_USER_ADD", "GUILD_SCHEDULED_EVENT_USER_REMOVE",
        ],
        [GatewayIntents.AutoModerationConfiguration] =
        [
            "AUTO_MODERATION_RULE_CREATE", "AUTO_MODERATION_RULE_UPDATE", "AUTO_MODERATION_RULE_DELETE",
        ],
        [GatewayIntents.AutoModerationExecution] = ["AUTO_MODERATION_ACTION_EXECUTION"],
        [GatewayIntents.GuildMessagePolls] = ["MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_REMOVE"],
    }.SelectMany(family => family.Value, (family, name) => KeyValuePair.Create(name, family.Key)).ToFrozenDictionary();

    private static readonly FrozenDictionary<GatewayIntents, GatewayIntents> Direct = new Dictionary<GatewayIntents, GatewayIntents>
    {
        [GatewayIntents.GuildMessages] = GatewayIntents.DirectMessages,
        [GatewayIntents.Guilds] = GatewayIntents.DirectMessages,
        [GatewayIntents.GuildMessageReactions] = GatewayIntents.DirectMessageReactions,
        [GatewayIntents.GuildMessageTyping] = GatewayIntents.DirectMessageTyping,
        [GatewayIntents.GuildMessagePolls] = GatewayIntents.DirectMessagePolls,
    }.ToFrozenDictionary();

    /// <summary>What an event needs; nothing for events that everybody gets.</summary>
    /// <param name="name">The dispatch name.</param>
    /// <param name="direct">Whether it happened outside of guilds.</param>
    public static GatewayIntents For(string name, bool direct)
    {
        var needed = InGuilds.GetValueOrDefault(name);
        return direct ? Direct.GetValueOrDefault(needed) : needed;
    }

    /// <summary>The privileged intents that an application was granted.</summary>
    public static GatewayIntents GrantedTo(ApplicationFlags flags)
    {
        const ApplicationFlags Presences = ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited;
        const ApplicationFlags Members = ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited;
        const ApplicationFlags Content = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
        return ((flags & Presences) != 0 ? GatewayIntents.GuildPresences : 0)
            | ((flags & Members) != 0 ? GatewayIntents.GuildMembers : 0)
            | ((flags & Content) != 0 ? GatewayIntents.MessageContent : 0);
    }

    public const GatewayIntents Privileged = GatewayIntents.GuildPresences | GatewayIntents.GuildMembers | GatewayIntents.MessageContent;
}
