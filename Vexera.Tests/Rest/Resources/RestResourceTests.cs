using System.Net;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Rest.Resources;

/// <summary>Each method of each resource: what goes over the wire, and that it is what Discord describes.</summary>
public sealed class RestResourceTests : IDisposable
{
    private const string MessageSample = """{"id":"9","channel_id":"5","author":{"id":"1","username":"vexera"}}""";
    private const string UserSample = """{"id":"1","username":"vexera"}""";
    private const string CommandsSample = """[{"id":"4","type":1,"name":"ping","description":"Pong.","name_localizations":null,"default_member_permissions":null}]""";

    private const string AuditLogSample = """{"audit_log_entries":[{"id":"9","user_id":"1","target_id":"2","action_type":22}],"users":[]}""";

    private static readonly DateTimeOffset Instant = new(2026, 11, 27, 12, 0, 0, TimeSpan.FromHours(1));

    private static readonly AuditLogQuery FullQuery = new()
    {
        UserId = new Snowflake(1),
        TargetId = new Snowflake(2),
        Action = AuditLogAction.MemberBanAdd,
        Before = new Snowflake(9),
        After = new Snowflake(3),
        Limit = 50,
    };

    private static readonly Interaction Interaction = Samples.Interaction with { Token = "tok/en" };

    private static readonly OutgoingMessage FullMessage = new()
    {
        Content = "Größe 🌲 \"quoted\"",
        Embeds = [new Embed { Title = "t", Description = "d", Color = 0xFFFFFF, Fields = [new EmbedField("n", "v", Inline: true)], Footer = new EmbedFooter("f"), Timestamp = DateTimeOffset.UnixEpoch }],
        Components =
        [
            ActionRow.Of(
                new Button { Style = ButtonStyle.Primary, Label = "▶", CustomId = "page:1:2", Disabled = true },
                new Button { Style = ButtonStyle.Link, Emoji = new ComponentEmoji("🌲"), Url = new Uri("https://example.org/a") }),
            ActionRow.Of(new StringSelect
            {
                CustomId = "s",
                Placeholder = "Choose",
                MinValues = 0,
                MaxValues = 2,
                Options = [new SelectOption("One", "1") { Description = "first", Default = true }, new SelectOption("Two", "2")],
            }),
            ActionRow.Of(new UserSelect { CustomId = "u" }),
            ActionRow.Of(new RoleSelect { CustomId = "r" }),
            ActionRow.Of(new ChannelSelect { CustomId = "c", ChannelTypes = [ChannelType.GuildText] }),
        ],
        AllowedMentions = new AllowedMentions { Parse = ["users"], Roles = [new Snowflake(3)], RepliedUser = true },
        MessageReference = new MessageReference { MessageId = new Snowflake(8) },
        Nonce = "1234567890123456789012345",
        EnforceNonce = true,
        Flags = OutgoingMessage.Ephemeral,
    };

    private static readonly ApplicationCommand FullCommand = new()
    {
        Name = "ban",
        NameLocalizations = new Dictionary<string, string> { ["de"] = "bann" },
        Description = "Bans.",
        DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Bannt." },
        DefaultMemberPermissions = Permission.BanMembers,
        Contexts = [0],
        Options =
        [
            new ApplicationCommandOption { Type = CommandOptionType.User, Name = "user", Description = "Who", Required = true },
            new ApplicationCommandOption { Type = CommandOptionType.Integer, Name = "days", Description = "Days", MinValue = 0, MaxValue = 7 },
            new ApplicationCommandOption
            {
                Type = CommandOptionType.String,
                Name = "why",
                Description = "Why",
                MaxLength = 512,
                Choices = [new CommandOptionChoice { Name = "Spam", Value = "spam" }],
            },
        ],
    };

    private readonly RestRig _rig = new();

    public static TheoryData<string> Methods => [.. Calls.Keys];

    private static Dictionary<string, ResourceCall> Calls { get; } = new()
    {
        ["Gateway.GetBot"] = new("GET", "/gateway/bot", true,
            """{"url":"wss://gateway.discord.gg","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":0,"max_concurrency":1}}""",
            (rest, token) => rest.Gateway.GetBotAsync(token)),
        ["Applications.GetCurrent"] = new("GET", "/applications/@me", true, """{"id":"800","name":"Vexera"}""",
            (rest, token) => rest.Applications.GetCurrentAsync(token)),
        ["Applications.GetGlobalCommands"] = new("GET", "/applications/800/commands?with_localizations=true", true, CommandsSample,
            (rest, token) => rest.Applications.GetGlobalCommandsAsync(new Snowflake(800), token)),
        ["Applications.OverwriteGlobalCommands"] = new("PUT", "/applications/800/commands", true, CommandsSample,
            (rest, token) => rest.Applications.OverwriteGlobalCommandsAsync(new Snowflake(800), [FullCommand], token)),
        ["Users.GetCurrent"] = new("GET", "/users/@me", true, UserSample, (rest, token) => rest.Users.GetCurrentAsync(token)),
        ["Users.Get"] = new("GET", "/users/2", true, UserSample, (rest, token) => rest.Users.GetAsync(new Snowflake(2), token)),
        ["Users.GetCurrentGuilds"] = new("GET", "/users/@me/guilds?after=7&limit=200", true, """[{"id":"8","name":"g","owner":false,"permissions":"8"}]""",
            (rest, token) => rest.Users.GetCurrentGuildsAsync(new Snowflake(7), 200, token)),
        ["Users.CreateDm"] = new("POST", "/users/@me/channels", true, """{"id":"6","type":1}""",
            (rest, token) => rest.Users.CreateDmAsync(new Snowflake(2), token)),
        ["Guilds.Get"] = new("GET", "/guilds/7", true, """{"id":"7","name":"g","owner_id":"2"}""",
            (rest, token) => rest.Guilds.GetAsync(new Snowflake(7), token)),
        ["Guilds.GetChannels"] = new("GET", "/guilds/7/channels", true, """[{"id":"5","type":0},{"id":"6","type":99,"name":null}]""",
            (rest, token) => rest.Guilds.GetChannelsAsync(new Snowflake(7), token)),
        ["Guilds.GetActiveThreads"] = new("GET", "/guilds/7/threads/active", true, """{"threads":[{"id":"6","type":11,"parent_id":"5"}],"members":[]}""",
            (rest, token) => rest.Guilds.GetActiveThreadsAsync(new Snowflake(7), token)),
        ["Guilds.SearchMembers"] = new("GET", "/guilds/7/members/search?query=a%26%20b&limit=5", true, $$"""[{"user":{{UserSample}},"roles":[]}]""",
            (rest, token) => rest.Guilds.SearchMembersAsync(new Snowflake(7), "a& b", 5, token)),
        ["Guilds.GetMember"] = new("GET", "/guilds/7/members/2", true, """{"roles":[]}""",
            (rest, token) => rest.Guilds.GetMemberAsync(new Snowflake(7), new Snowflake(2), token)),
        ["Guilds.TimeOutMember"] = new("PATCH", "/guilds/7/members/2", true, """{"roles":[]}""",
            (rest, token) => rest.Guilds.TimeOutMemberAsync(new Snowflake(7), new Snowflake(2), Instant, "too loud", token)),
        ["Guilds.TimeOutMember end"] = new("PATCH", "/guilds/7/members/2", true, """{"roles":[]}""",
            (rest, token) => rest.Guilds.TimeOutMemberAsync(new Snowflake(7), new Snowflake(2), null, null, token)),
        ["Guilds.DisconnectMember"] = new("PATCH", "/guilds/7/members/2", true, "",
            (rest, token) => rest.Guilds.DisconnectMemberAsync(new Snowflake(7), new Snowflake(2), "too loud", token)),
        ["Guilds.SetMemberRoles"] = new("PATCH", "/guilds/7/members/2", true, """{"roles":["5"]}""",
            (rest, token) => rest.Guilds.SetMemberRolesAsync(new Snowflake(7), new Snowflake(2), [new Snowflake(5)], "promoted", token)),
        ["Guilds.KickMember"] = new("DELETE", "/guilds/7/members/2", true, "",
            (rest, token) => rest.Guilds.KickMemberAsync(new Snowflake(7), new Snowflake(2), "too loud", token)),
        ["Guilds.GetBan"] = new("GET", "/guilds/7/bans/2", true, $$"""{"reason":null,"user":{{UserSample}}}""",
            (rest, token) => rest.Guilds.GetBanAsync(new Snowflake(7), new Snowflake(2), token)),
        ["Guilds.GetBans"] = new("GET", "/guilds/7/bans?after=9&limit=1000", true, $$"""[{"user":{{UserSample}}}]""",
            (rest, token) => rest.Guilds.GetBansAsync(new Snowflake(7), new Snowflake(9), 1000, token)),
        ["Guilds.Ban"] = new("PUT", "/guilds/7/bans/2", true, "",
            (rest, token) => rest.Guilds.BanAsync(new Snowflake(7), new Snowflake(2), TimeSpan.FromDays(7), "too loud", token)),
        ["Guilds.Unban"] = new("DELETE", "/guilds/7/bans/2", true, "",
            (rest, token) => rest.Guilds.UnbanAsync(new Snowflake(7), new Snowflake(2), "forgiven", token)),
        ["AuditLogs.Get"] = new("GET", "/guilds/7/audit-logs?user_id=1&target_id=2&action_type=22&before=9&after=3&limit=50", true, AuditLogSample,
            (rest, token) => rest.AuditLogs.GetAsync(new Snowflake(7), FullQuery, token)),
        ["AuditLogs.Get all"] = new("GET", "/guilds/7/audit-logs?limit=100", true, AuditLogSample,
            (rest, token) => rest.AuditLogs.GetAsync(new Snowflake(7), new AuditLogQuery(), token)),
        ["Channels.Get"] = new("GET", "/channels/5", true, """{"id":"5","type":5}""", (rest, token) => rest.Channels.GetAsync(new Snowflake(5), token)),
        ["Channels.GetMessages"] = new("GET", "/channels/5/messages?after=9&limit=100", true, $"[{MessageSample}]",
            (rest, token) => rest.Channels.GetMessagesAsync(new Snowflake(5), new Snowflake(9), 100, token)),
        ["Channels.GetMessagesBefore"] = new("GET", "/channels/5/messages?before=9&limit=100", true, $"[{MessageSample}]",
            (rest, token) => rest.Channels.GetMessagesBeforeAsync(new Snowflake(5), new Snowflake(9), 100, token)),
        ["Channels.BulkDeleteMessages"] = new("POST", "/channels/5/messages/bulk-delete", true, "",
            (rest, token) => rest.Channels.BulkDeleteMessagesAsync(new Snowflake(5), [new Snowflake(8), new Snowflake(9)], "too loud", token)),
        ["Channels.CrosspostMessage"] = new("POST", "/channels/5/messages/9/crosspost", true, MessageSample,
            (rest, token) => rest.Channels.CrosspostMessageAsync(new Snowflake(5), new Snowflake(9), token)),
        ["Channels.CreateMessage"] = new("POST", "/channels/5/messages", true, MessageSample,
            (rest, token) => rest.Channels.CreateMessageAsync(new Snowflake(5), FullMessage, token)),
        ["Channels.EditMessage"] = new("PATCH", "/channels/5/messages/9", true, MessageSample,
            (rest, token) => rest.Channels.EditMessageAsync(new Snowflake(5), new Snowflake(9), FullMessage, token)),
        ["Channels.DeleteMessage"] = new("DELETE", "/channels/5/messages/9", true, "",
            (rest, token) => rest.Channels.DeleteMessageAsync(new Snowflake(5), new Snowflake(9), "too loud", token)),
        ["Interactions.Respond"] = new("POST", "/interactions/700/tok%2Fen/callback", false, "",
            (rest, token) => rest.Interactions.RespondAsync(Interaction, FullMessage, token)),
        ["Interactions.Defer"] = new("POST", "/interactions/700/tok%2Fen/callback", false, "",
            (rest, token) => rest.Interactions.DeferAsync(Interaction, ephemeral: false, token)),
        ["Interactions.Defer ephemeral"] = new("POST", "/interactions/700/tok%2Fen/callback", false, "",
            (rest, token) => rest.Interactions.DeferAsync(Interaction, ephemeral: true, token)),
        ["Interactions.UpdateMessage"] = new("POST", "/interactions/700/tok%2Fen/callback", false, "",
            (rest, token) => rest.Interactions.UpdateMessageAsync(Interaction, FullMessage with { Flags = null }, token)),
        ["Interactions.DeferUpdate"] = new("POST", "/interactions/700/tok%2Fen/callback", false, "",
            (rest, token) => rest.Interactions.DeferUpdateAsync(Interaction, token)),
        ["Interactions.Suggest"] = new("POST", "/interactions/700/tok%2Fen/callback", false, "",
            (rest, token) => rest.Interactions.SuggestAsync(Interaction, [new CommandOptionChoice { Name = "Ping – pong", Value = "ping" }], token)),
        ["Interactions.Suggest none"] = new("POST", "/interactions/700/tok%2Fen/callback", false, "",
            (rest, token) => rest.Interactions.SuggestAsync(Interaction, [], token)),
        ["Interactions.GetResponse"] = new("GET", "/webhooks/800/tok%2Fen/messages/@original", false, MessageSample,
            (rest, token) => rest.Interactions.GetResponseAsync(Interaction, token)),
        ["Webhooks.Execute"] = new("POST", "/webhooks/7/tok%2Fen?wait=true", false, MessageSample,
            (rest, token) => rest.Webhooks.ExecuteAsync(new Snowflake(7), new Secret("tok/en"), FullMessage, token)),
        ["Webhooks.EditMessage"] = new("PATCH", "/webhooks/7/tok%2Fen/messages/9", false, MessageSample,
            (rest, token) => rest.Webhooks.EditMessageAsync(new Snowflake(7), new Secret("tok/en"), new Snowflake(9), FullMessage, token)),
        ["Interactions.EditResponse"] = new("PATCH", "/webhooks/800/tok%2Fen/messages/@original", false, MessageSample,
            (rest, token) => rest.Interactions.EditResponseAsync(Interaction, FullMessage, token)),
        ["Interactions.DeleteResponse"] = new("DELETE", "/webhooks/800/tok%2Fen/messages/@original", false, "",
            (rest, token) => rest.Interactions.DeleteResponseAsync(Interaction, token)),
        ["Interactions.FollowUp"] = new("POST", "/webhooks/800/tok%2Fen?wait=true", false, MessageSample,
            (rest, token) => rest.Interactions.FollowUpAsync(Interaction, FullMessage, token)),
    };

    private CancellationToken Token => _rig.Token;

    public void Dispose() => _rig.Dispose();

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Call_EachMethod_SendsWhatItSaysAndReadsTheLeastOfAnswers(string method)
    {
        var call = Calls[method];
        _rig.Discord.Then(call.Answer.Length == 0 ? HttpStatusCode.NoContent : HttpStatusCode.OK, call.Answer);

        await call.Send(_rig.Rest, Token);

        var sent = _rig.Discord.Seen.ShouldHaveSingleItem();
        sent.Method.Method.ShouldBe(call.Method);
        sent.Path.ShouldBe(call.Path);
        sent.Header("Authorization").ShouldBe(call.Authenticated ? $"Bot {RestRig.Secret}" : null);
        sent.ContentType.ShouldBe(sent.Body is null ? null : "application/json");
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Call_EachMethod_IsAsDiscordDescribesIt(string method)
    {
        var contract = OpenApiContract.FindOrSkip();
        var call = Calls[method];
        _rig.Discord.Then(call.Answer.Length == 0 ? HttpStatusCode.NoContent : HttpStatusCode.OK, call.Answer);

        await call.Send(_rig.Rest, Token);

        var sent = _rig.Discord.Last;
        contract.CheckRequest(sent.Method, sent.Path, sent.Body).ShouldBeEmpty();
    }

    [Fact]
    public void Calls_Always_CoverEveryMethodOfEveryResource()
    {
        var methods =
            from resource in typeof(IDiscordRest).GetProperties()
            from method in resource.PropertyType.GetMethods()
            select $"{resource.Name}.{method.Name[..^"Async".Length]}";

        methods.Except(Calls.Keys).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeleteMessage_WithReason_CarriesItEncoded()
    {
        _rig.Discord.Then(HttpStatusCode.NoContent).Then(HttpStatusCode.NoContent);

        await _rig.Rest.Channels.DeleteMessageAsync(new Snowflake(5), new Snowflake(9), "zu laut: 100%", Token);
        await _rig.Rest.Channels.DeleteMessageAsync(new Snowflake(5), new Snowflake(9), null, Token);

        _rig.Discord.Seen[0].Header("X-Audit-Log-Reason").ShouldBe("zu%20laut%3A%20100%25");
        _rig.Discord.Seen[1].Header("X-Audit-Log-Reason").ShouldBeNull();
    }

    [Fact]
    public async Task CreateMessage_NothingSaidAboutMentions_PingsNobody()
    {
        _rig.Discord.Then(HttpStatusCode.OK, MessageSample);

        await _rig.Rest.Channels.CreateMessageAsync(new Snowflake(5), new OutgoingMessage { Content = "@everyone" }, Token);

        _rig.Discord.Last.Body.ShouldBe("""{"content":"@everyone","allowed_mentions":{"parse":[],"replied_user":false}}""");
    }

    [Fact]
    public async Task Respond_Message_IsACallbackOfType4() =>
        (await BodyOfAsync(rest => rest.Interactions.RespondAsync(Interaction, new OutgoingMessage { Content = "hi" }, Token)))
            .ShouldStartWith("""{"type":4,"data":{"content":"hi",""");

    [Fact]
    public async Task Defer_Public_IsACallbackOfType5WithoutData() =>
        (await BodyOfAsync(rest => rest.Interactions.DeferAsync(Interaction, ephemeral: false, Token))).ShouldBe("""{"type":5}""");

    [Fact]
    public async Task Defer_Ephemeral_CarriesTheFlag() =>
        (await BodyOfAsync(rest => rest.Interactions.DeferAsync(Interaction, ephemeral: true, Token))).ShouldContain("\"flags\":64");

    [Fact]
    public async Task GetGlobalCommands_ChoicesThatAreNumbers_AreReadAsText()
    {
        _rig.Discord.Then(HttpStatusCode.OK, """
            [{"id":"4","name":"roll","description":"Rolls.","options":[{"type":4,"name":"n","description":"d","choices":[{"name":"six","value":6},{"name":"x","value":"x"},{"name":"half","value":0.5}]}]}]
            """);

        var command = (await _rig.Rest.Applications.GetGlobalCommandsAsync(new Snowflake(800), Token)).ShouldHaveSingleItem();

        command.Options![0].Choices!.Select(choice => choice.Value).ShouldBe(["6", "x", "0.5"]);
    }

    [Fact]
    public async Task GetCurrentGuilds_Page_GivesThePermissions()
    {
        _rig.Discord.Then(HttpStatusCode.OK, """[{"id":"8","name":"g","permissions":"9007199254740992"},{"id":"9","name":"h"}]""");

        var guilds = await _rig.Rest.Users.GetCurrentGuildsAsync(default, 200, Token);

        ((ulong)guilds[0].Permissions).ShouldBe(9007199254740992UL);
        guilds[1].Permissions.ShouldBe(default);
        _rig.Discord.Last.Path.ShouldBe("/users/@me/guilds?after=0&limit=200");
    }

    [Fact]
    public async Task TimeOutMember_WithAndWithoutEnd_SaysSoInUtcAndNull()
    {
        var calls = new[] { "Guilds.TimeOutMember", "Guilds.TimeOutMember end", "Guilds.DisconnectMember", "Guilds.Ban", "Guilds.Unban" };
        foreach (var call in calls)
        {
            _rig.Discord.Then(HttpStatusCode.NoContent);
            await Calls[call].Send(_rig.Rest, Token);
        }

        _rig.Discord.Seen.Select(seen => seen.Body).ShouldBe(
        [
            """{"communication_disabled_until":"2026-11-27T11:00:00+00:00"}""",
            """{"communication_disabled_until":null}""",
            """{"channel_id":null}""",
            """{"delete_message_seconds":604800}""",
            "{}",
        ]);
        _rig.Discord.Seen.Select(seen => seen.Header("X-Audit-Log-Reason")).ShouldBe(["too%20loud", null, "too%20loud", "too%20loud", "forgiven"]);
    }

    private async Task<string> BodyOfAsync(Func<IDiscordRest, Task> call)
    {
        _rig.Discord.Then(HttpStatusCode.NoContent);
        await call(_rig.Rest);
        return _rig.Discord.Last.Body.ShouldNotBeNull();
    }

    private sealed record ResourceCall(
        string Method, string Path, bool Authenticated, string Answer, Func<IDiscordRest, CancellationToken, Task> Send);
}
