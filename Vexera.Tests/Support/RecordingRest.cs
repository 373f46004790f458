using System.Collections.Concurrent;
using System.Net;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Tests.Support;

/// <summary>One call of Discord's HTTP API.</summary>
internal sealed record RestCall(string Name, Snowflake Target, OutgoingMessage? Message = null, bool Ephemeral = false);

/// <summary>A Discord that writes down what it is asked, and answers as a test wants.</summary>
internal sealed class RecordingRest :
    IDiscordRest, IGatewayResource, IApplicationResource, IUserResource, IGuildResource, IChannelResource, IWebhookResource, IInteractionResource
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

    public Task<Channel> CreateDmAsync(Snowflake userId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Guild> GetAsync(Snowflake guildId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Channel>> GetChannelsAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Channel>> GetActiveThreadsAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Who is in the one guild that is asked about.</summary>
    public ConcurrentDictionary<Snowflake, Member> Members { get; } = [];

    public async Task<Member> GetMemberAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("member", userId));
        return Members.GetValueOrDefault(userId) ?? throw Refusal(10007, HttpStatusCode.NotFound);
    }

    public async Task<IReadOnlyList<Member>> SearchMembersAsync(
        Snowflake guildId, string query, int limit, CancellationToken cancellationToken)
    {
        await CallAsync(new RestCall("search-members", guildId));
        return [.. Members.Values
            .Where(member => new[] { member.User!.Username, member.User.GlobalName, member.Nick }
                .Any(name => name?.StartsWith(query, StringComparison.OrdinalIgnoreCase) == true))
            .Take(limit)];
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

    public Task<Message> CrosspostMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("crosspost", messageId));

    public Task<Message> CreateMessageAsync(Snowflake channelId, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("create", channelId, message));

    public Task<Message> EditMessageAsync(Snowflake channelId, Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("edit", messageId, message));

    public Task DeleteMessageAsync(Snowflake channelId, Snowflake messageId, string? reason, CancellationToken cancellationToken) =>
        CallAsync(new RestCall("delete", messageId));

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

    /// <summary>Whether an interaction's answer is "thinking…" still.</summary>
    public bool IsThinking { get; set; }

    public async Task<Message> GetResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        await PostAsync(new RestCall("response", interaction.Id)) with { Flags = IsThinking ? 128 : 0 };

    public Task<Message> EditResponseAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("edit-response", interaction.Id, message));

    public Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        PostAsync(new RestCall("follow-up", interaction.Id, message, IsEphemeral(message)));

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
        _calls.Enqueue(call);
        await Answer(call);
    }
}
