using System.Collections.Concurrent;
using System.Net;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Tests.Support;

/// <summary>One call of Discord's HTTP API.</summary>
internal sealed record RestCall(string Name, Snowflake Target, OutgoingMessage? Message = null, bool Ephemeral = false)
{
    /// <summary>The guild, of calls about bans and members.</summary>
    public Snowflake Guild { get; init; }

    /// <summary>The reason for the audit log.</summary>
    public string? Reason { get; init; }

    /// <summary>The end of a timeout.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How far back a ban deletes.</summary>
    public TimeSpan Deleted { get; init; }

    /// <summary>Whether nobody waits for it.</summary>
    public bool Background { get; init; }

    /// <summary>Roles, or messages.</summary>
    public IReadOnlyList<Snowflake> Ids { get; init; } = [];
}

/// <summary>A Discord that writes down what it is asked, and answers as a test wants.</summary>
internal sealed class RecordingRest :
    IDiscordRest, IGatewayResource, IApplicationResource, IUserResource, IGuildResource, IAuditLogResource, IChannelResource, IWebhookResource,
    IInteractionResource
{
    private readonly ConcurrentQueue<RestCall> _calls = [];
    private long _messages = 900_000;

    public IReadOnlyList<RestCall> Calls => [.. _calls];

    /// <summary>Runs before a call is answered; what it throws is the answer.</summary>
    public Func<RestCall, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>What is registered with Discord.</summary>
    public IReadOnlyList<ApplicationCommand> Commands { get; set; } = [];

    public Application Application { get; set; } = new() { Id = new Snowflake(100) };

    public IGatewayResource Gateway => this;

    public IApplicationResource Applications => this;

    public IUserResource Users => this;

    public IGuildResource Guilds => this;

    public IAuditLogResource AuditLogs => this;

    public IChannelResource Channels => this;

    public IWebhookResource Webhooks => this;

    public IInteractionResource Interactions => this;

    public static DiscordRestException Refusal(int code, HttpStatusCode status = HttpStatusCode.Forbidden) =>
        new("POST /test", status, code, "refused by the test");

    public Task<GatewayBot> GetBotAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    async Task<Application> IApplicationResource.GetCurrentAsync(CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("application", default));
        return Application;
    }

    public async Task<IReadOnlyList<ApplicationCommand>> GetGlobalCommandsAsync(Snowflake applicationId, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("commands", applicationId));
        return Commands;
    }

    public async Task<IReadOnlyList<ApplicationCommand>> OverwriteGlobalCommandsAsync(
        Snowflake applicationId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("overwrite", applicationId));
        return Commands = commands;
    }

    async Task<User> IUserResource.GetCurrentAsync(CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("me", default));
        return new User { Id = Application.Id, Username = "Vexera", Bot = true };
    }

    /// <summary>Accounts that exist without being in the guild.</summary>
    public ConcurrentDictionary<Snowflake, User> Accounts { get; } = [];

    async Task<User> IUserResource.GetAsync(Snowflake userId, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("user", userId));
        return Accounts.GetValueOrDefault(userId) ?? throw Refusal(10013, HttpStatusCode.NotFound);
    }

    public Task<IReadOnlyList<CurrentGuild>> GetCurrentGuildsAsync(Snowflake after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>The channel of somebody's direct messages has the id of the person plus this.</summary>
    public const ulong DirectMessages = 1_000_000_000;

    public async Task<Channel> CreateDmAsync(Snowflake userId, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("dm", userId));
        return new Channel { Id = new Snowflake(userId.Value + DirectMessages), Type = ChannelType.DirectMessage };
    }

    public Task<Guild> GetAsync(Snowflake guildId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Channel>> GetChannelsAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Channel>> GetActiveThreadsAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Who is in the one guild that is asked about.</summary>
    public ConcurrentDictionary<Snowflake, Member> Members { get; } = [];

    public async Task<IReadOnlyList<Member>> SearchMembersAsync(
        Snowflake guildId, string query, int limit, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("search-members", guildId));
        return [.. Members.Values
            .Where(member => new[] { member.User!.Username, member.User.GlobalName, member.Nick }
                .Any(name => name?.StartsWith(query, StringComparison.OrdinalIgnoreCase) == true))
            .Take(limit)];
    }

    /// <summary>Who is banned there.</summary>
    public ConcurrentDictionary<Snowflake, Ban> Bans { get; } = [];

    /// <summary>The guild's audit log, newest first.</summary>
    public IReadOnlyList<AuditLogEntry> AuditLog { get; set; } = [];

    public async Task<Member> GetMemberAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("member", userId) { Guild = guildId });
        return MemberOf(userId);
    }

    public async Task TimeOutMemberAsync(
        Snowflake guildId, Snowflake userId, DateTimeOffset? until, string? reason, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("timeout", userId) { Guild = guildId, Until = until, Reason = reason });
        Members[userId] = MemberOf(userId) with { CommunicationDisabledUntil = until };
    }

    public async Task DisconnectMemberAsync(Snowflake guildId, Snowflake userId, string? reason, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("disconnect", userId) { Guild = guildId, Reason = reason });
        MemberOf(userId);
    }

    public async Task SetMemberRolesAsync(
        Snowflake guildId, Snowflake userId, IReadOnlyList<Snowflake> roleIds, string? reason, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("roles", userId) { Guild = guildId, Ids = roleIds, Reason = reason });
        Members[userId] = MemberOf(userId) with { Roles = roleIds };
    }

    public async Task KickMemberAsync(Snowflake guildId, Snowflake userId, string? reason, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("kick", userId) { Guild = guildId, Reason = reason });
        MemberOf(userId);
        Members.TryRemove(userId, out _);
    }

    public async Task<Ban> GetBanAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("get-ban", userId) { Guild = guildId });
        return BanOf(userId);
    }

    public async Task<IReadOnlyList<Ban>> GetBansAsync(Snowflake guildId, Snowflake after, int limit, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("get-bans", after) { Guild = guildId });
        return [.. Bans.Values.Where(ban => ban.User.Id.CompareTo(after) > 0).OrderBy(ban => ban.User.Id).Take(limit)];
    }

    public async Task BanAsync(Snowflake guildId, Snowflake userId, TimeSpan deleteMessages, string? reason, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("ban", userId) { Guild = guildId, Deleted = deleteMessages, Reason = reason });
        Bans.TryAdd(userId, new Ban { User = new User { Id = userId, Username = $"user{userId}" }, Reason = reason });
        Members.TryRemove(userId, out _);
    }

    public async Task UnbanAsync(Snowflake guildId, Snowflake userId, string? reason, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("unban", userId) { Guild = guildId, Reason = reason });
        BanOf(userId);
        Bans.TryRemove(userId, out _);
    }

    async Task<IReadOnlyList<AuditLogEntry>> IAuditLogResource.GetAsync(
        Snowflake guildId, AuditLogQuery query, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("audit-log", query.TargetId ?? default) { Guild = guildId });
        var fitting = AuditLog.Where(entry =>
            (query.UserId is null || entry.UserId == query.UserId)
            && (query.TargetId is null || entry.TargetId == query.TargetId)
            && (query.Action is null || entry.ActionType == query.Action)
            && (query.Before is not { } before || entry.Id.CompareTo(before) < 0)
            && (query.After is not { } after || entry.Id.CompareTo(after) > 0));
        return [.. (query.After is null ? fitting : fitting.Reverse()).Take(query.Limit)];
    }

    /// <summary>The kind of every channel that is asked for.</summary>
    public ChannelType ChannelType { get; set; } = ChannelType.GuildAnnouncement;

    /// <summary>What a channel's history holds.</summary>
    public IReadOnlyList<Message> History { get; set; } = [];

    async Task<Channel> IChannelResource.GetAsync(Snowflake channelId, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("channel", channelId));
        return new Channel { Id = channelId, Type = ChannelType };
    }

    public async Task<IReadOnlyList<Message>> GetMessagesAsync(
        Snowflake channelId, Snowflake after, int limit, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("messages", channelId));
        return [.. History.Where(message => message.Id.CompareTo(after) > 0).Take(limit)];
    }

    public async Task<IReadOnlyList<Message>> GetMessagesBeforeAsync(
        Snowflake channelId, Snowflake before, int limit, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("messages-before", channelId));
        return [.. History.Where(message => message.Id.CompareTo(before) < 0).OrderByDescending(message => message.Id).Take(limit)];
    }

    public Task BulkDeleteMessagesAsync(
        Snowflake channelId, IReadOnlyList<Snowflake> messageIds, string? reason, CancellationToken cancellationToken) =>
        CallAsync(new RestCall("bulk-delete", channelId) { Ids = messageIds, Reason = reason });

    public Task<Message> CrosspostMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("crosspost", messageId));

    public Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("create", channelId, message));

    public Task<Message> EditMessageAsync(Snowflake channelId, Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("edit", messageId, message));

    public Task DeleteMessageAsync(Snowflake channelId, Snowflake messageId, string? reason, CancellationToken cancellationToken) =>
        CallAsync(new RestCall("delete", messageId) { Reason = reason });

    public Task<Message> ExecuteAsync(Snowflake webhookId, Secret token, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("execute", webhookId, message));

    public Task<Message> EditMessageAsync(
        Snowflake webhookId, Secret token, Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("edit-webhook", messageId, message));

    public Task RespondAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        CallAsync(new RestCall("respond", interaction.Id, message, IsEphemeral(message)));

    public Task DeferAsync(Interaction interaction, bool ephemeral, CancellationToken cancellationToken) =>
        CallAsync(new RestCall("defer", interaction.Id, null, ephemeral));

    public Task UpdateMessageAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        CallAsync(new RestCall("update", interaction.Id, message));

    public Task DeferUpdateAsync(Interaction interaction, CancellationToken cancellationToken) =>
        CallAsync(new RestCall("defer-update", interaction.Id));

    /// <summary>What was suggested last.</summary>
    public IReadOnlyList<CommandOptionChoice>? Suggested { get; private set; }

    public Task SuggestAsync(Interaction interaction, IReadOnlyList<CommandOptionChoice> suggestions, CancellationToken cancellationToken)
    {
        Suggested = suggestions;
        return CallAsync(new RestCall("suggest", interaction.Id));
    }

    /// <summary>Whether an interaction's answer is "thinking…" still.</summary>
    public bool IsThinking { get; set; }

    public async Task<Message> GetResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        await PostAsync(new RestCall("response", interaction.Id)) with
        {
            Flags = (IsThinking ? 128 : 0) | (IsThinkingInPrivate ? 64 : 0),
            Id = ResponseId ?? new Snowflake(1),
        };

    /// <summary>Whether only the caller sees an interaction's answer.</summary>
    public bool IsThinkingInPrivate { get; set; }

    /// <summary>Which message an interaction's answer is; null for one of its own.</summary>
    public Snowflake? ResponseId { get; set; }

    public Task<Message> EditResponseAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("edit-response", interaction.Id, message));

    public Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        CallAsync(new RestCall("delete-response", interaction.Id));

    public Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("follow-up", interaction.Id, message, IsEphemeral(message)));

    private Member MemberOf(Snowflake userId) =>
        Members.GetValueOrDefault(userId) ?? throw Refusal(DiscordErrorCodes.UnknownMember, HttpStatusCode.NotFound);

    private Ban BanOf(Snowflake userId) =>
        Bans.GetValueOrDefault(userId) ?? throw Refusal(DiscordErrorCodes.UnknownBan, HttpStatusCode.NotFound);

    private static bool IsEphemeral(OutgoingMessage message) => ((message.Flags ?? 0) & OutgoingMessage.Ephemeral) != 0;

    private async Task<Message> PostAsync(RestCall call)
    {
        await CallAsync(call);
        return new Message
        {
            Id = new Snowflake((ulong)Interlocked.Increment(ref _messages)),
            ChannelId = call.Target,
            Author = new User { Id = Application.Id, Username = "Vexera", Bot = true },
            Content = call.Message?.Content ?? "",
        };
    }

    private async Task CallAsync(RestCall call)
    {
        _calls.Enqueue(call with { Background = RestPriority.IsBackground });
        await Answer(call);
    }
}
