using System.Net;
using System.Text.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Rest;

public sealed class MessageRoutesTests : RestTest
{
    private string Messages => $"channels/{General}/messages";

    [Fact]
    public async Task Create_ByBot_IsSeenByAll()
    {
        var sent = (await Bot.Post(Messages, new { content = "  hello  ", embeds = new[] { new { title = "T" } }, nonce = "n1" })).ShouldBe(HttpStatusCode.OK);

        sent["content"].GetString().ShouldBe("hello");
        sent["author"].GetProperty("id").GetString().ShouldBe($"{BotId}");
        sent["nonce"].GetString().ShouldBe("n1");
        (await Member.Get($"{Messages}/{sent.Id}")).ShouldBe(HttpStatusCode.OK)["embeds"][0].GetProperty("title").GetString().ShouldBe("T");
        Events("MESSAGE_CREATE").ShouldHaveSingleItem().GetProperty("content").GetString().ShouldBe("hello");
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_ByPerson_UsesTheSameRoute()
    {
        var sent = (await Member.Post(Messages, new { content = "+ping" })).ShouldBe(HttpStatusCode.OK);
        sent["author"].GetProperty("id").GetString().ShouldBe($"{MemberId}");
    }

    [Fact]
    public async Task Create_SameEnforcedNonce_ReturnsTheFirstMessage()
    {
        var first = await Bot.Post(Messages, new { content = "one", nonce = "same", enforce_nonce = true });
        var second = await Bot.Post(Messages, new { content = "two", nonce = "same", enforce_nonce = true });
        var third = await Bot.Post(Messages, new { content = "three", nonce = "other", enforce_nonce = true });

        second.Id.ShouldBe(first.Id);
        second["content"].GetString().ShouldBe("one");
        third.Id.ShouldNotBe(first.Id);
        Events("MESSAGE_CREATE").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"content":""}""", 50006)]
    [InlineData("""{"content":"   "}""", 50006)]
    [InlineData("""{}""", 50006)]
    [InlineData("""{"content":"hi","tts":true}""", 50013)]
    [InlineData("""{"content":""", 50109)]
    public async Task Create_Refused_SaysWhy(string body, int code)
    {
        (await Bot.Post(Messages, body)).Code.ShouldBe(code);
        Violations.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"content":"hi","nonce":"12345678901234567890123456"}""", "nonce", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":[]}""", "content", "STRING_TYPE_CONVERT")]
    [InlineData("""{"content":"a","allowed_mentions":{"parse":["all"]}}""", "allowed_mentions.parse.0", "BASE_TYPE_CHOICES")]
    [InlineData("""{"content":"a","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions.parse", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    [InlineData("""{"content":"a","message_reference":{}}""", "message_reference.message_id", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"content":"a","message_reference":{"message_id":"5"}}""", "message_reference", "REPLIES_UNKNOWN_MESSAGE")]
    [InlineData("""{"content":"a","flags":32768}""", "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData("""[]""", "", "MODEL_TYPE_CONVERT")]
    public async Task Create_InvalidForm_NamesTheField(string body, string path, string code)
    {
        (await Bot.Post(Messages, body)).ShouldFailAt(path, code);
        Violations.ShouldBe(["invalid-request"]);
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    [InlineData(4000, false)]
    public async Task Create_LongContent_IsRefusedPastTwoThousand(int length, bool accepted)
    {
        var reply = await Bot.Post(Messages, new { content = new string('x', length) });
        if (accepted)
            reply.ShouldBe(HttpStatusCode.OK);
        else
            reply.ShouldFailAt("content", "BASE_TYPE_MAX_LENGTH");
    }

    [Fact]
    public async Task Create_LongContentOfEmoji_CountsCharacters() =>
        (await Bot.Post(Messages, new { content = string.Concat(Enumerable.Repeat("🌲", 2000)) })).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Create_Reply_RefersAndPings()
    {
        var question = await Member.Post(Messages, new { content = "why?" });
        var answer = await Bot.Post(Messages, new { content = "because", message_reference = new { message_id = question["id"].GetString() } });

        answer["type"].GetInt32().ShouldBe((int)MessageType.Reply);
        answer["referenced_message"].GetProperty("content").GetString().ShouldBe("why?");
        answer["mentions"][0].GetProperty("id").GetString().ShouldBe($"{MemberId}");

        var quiet = await Bot.Post(Messages, new
        {
            content = "because",
            message_reference = new { message_id = question["id"].GetString() },
            allowed_mentions = new { parse = Array.Empty<string>() },
        });
        quiet["mentions"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Create_ReplyToWhatIsGone_MayBeAllowed()
    {
        var sent = await Bot.Post(Messages, new { content = "a", message_reference = new { message_id = "5", fail_if_not_exists = false } });
        sent.ShouldBe(HttpStatusCode.OK)["type"].GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Create_WithFiles_KeepsThem()
    {
        using var form = new MultipartFormDataContent
        {
            { RestClient.Raw("""{"content":"see","attachments":[{"id":0,"filename":"renamed.txt","description":"A text"}]}"""), "payload_json" },
        };
        form.Add(new ByteArrayContent("hello"u8.ToArray()), "files[0]", "original.txt");

        var sent = (await Bot.Post(Messages, form)).ShouldBe(HttpStatusCode.OK);

        var attachment = sent["attachments"][0];
        attachment.GetProperty("filename").GetString().ShouldBe("renamed.txt");
        attachment.GetProperty("description").GetString().ShouldBe("A text");
        attachment.GetProperty("size").GetInt32().ShouldBe(5);
        using var http = new HttpClient();
        (await http.GetStringAsync(attachment.GetProperty("url").GetString(), TestContext.Current.CancellationToken)).ShouldBe("hello");
    }

    [Fact]
    public async Task Create_FilesWithFormFields_AreRead()
    {
        using var form = new MultipartFormDataContent { { new StringContent("see"), "content" } };
        form.Add(new ByteArrayContent([1, 2, 3]), "file", "x.bin");
        (await Bot.Post(Messages, form)).ShouldBe(HttpStatusCode.OK)["content"].GetString().ShouldBe("see");
    }

    [Fact]
    public async Task Create_DescribedFileMissing_IsRefused() =>
        (await Bot.Post(Messages, new { content = "a", attachments = new[] { new { id = 0, filename = "x" } } })).ShouldFail(HttpStatusCode.BadRequest, 50146);

    [Fact]
    public async Task Create_WithoutPermission_IsRefused()
    {
        World.Channels.SetOverwrite(General, new Overwrite(BotId, OverwriteType.Member, 0, Permission.SendMessages), new Actor(OwnerId));
        (await Bot.Post(Messages, new { content = "hi" })).ShouldFail(HttpStatusCode.Forbidden, 50013);

        World.Channels.SetOverwrite(General, new Overwrite(BotId, OverwriteType.Member, 0, Permission.ViewChannel), new Actor(OwnerId));
        (await Bot.Post(Messages, new { content = "hi" })).ShouldFail(HttpStatusCode.Forbidden, 50001);
        (await Bot.Get(Messages)).ShouldFail(HttpStatusCode.Forbidden, 50001);
        Violations.ShouldBe(["permission", "permission", "permission"]);
    }

    [Fact]
    public async Task Create_InACategory_IsRefused() =>
        (await Bot.Post($"channels/{ChannelId("Community")}/messages", new { content = "hi" })).ShouldFail(HttpStatusCode.BadRequest, 50008);

    [Fact]
    public async Task Create_UnknownChannel_IsRefused()
    {
        (await Bot.Post("channels/5/messages", new { content = "hi" })).ShouldFail(HttpStatusCode.NotFound, 10003);
        (await Bot.Post("channels/nonsense/messages", new { content = "hi" })).ShouldFailAt("channel_id", "NUMBER_TYPE_COERCE");
    }

    [Fact]
    public async Task List_WithBounds_Pages()
    {
        var ids = Enumerable.Range(0, 10).Select(i => World.Messages.Create(General, World.Users.Get(MemberId), new MessageDraft { Content = $"{i}" }).Id).ToList();

        async Task<string> Contents(string query) =>
            string.Concat((await Bot.Get($"{Messages}?{query}")).ShouldBe(HttpStatusCode.OK).Json.EnumerateArray().Select(m => m.GetProperty("content").GetString()));

        (await Contents("limit=3")).ShouldBe("987");
        (await Contents($"limit=2&before={ids[5]}")).ShouldBe("43");
        (await Contents($"limit=2&after={ids[5]}")).ShouldBe("76");
        (await Contents($"limit=5&around={ids[5]}")).ShouldBe("76543");
        (await Bot.Get($"{Messages}?limit=101")).ShouldFailAt("limit", "NUMBER_TYPE_MAX");
    }

    [Fact]
    public async Task Read_BotWithoutMessageContentIntent_SeesNoWordsOfOthers()
    {
        World.Users.Change(BotId, application => application with { Flags = ApplicationFlags.None });
        await Member.Post(Messages, new { content = "secret" });
        (await Bot.Get(Messages)).Json[0].GetProperty("content").GetString().ShouldBe("");
    }

    [Fact]
    public async Task Edit_Own_ChangesWhatIsGiven()
    {
        var sent = await Bot.Post(Messages, new { content = "one", embeds = new[] { new { title = "T" } } });
        Clock.Advance(TimeSpan.FromSeconds(5));

        var edited = (await Bot.Patch($"{Messages}/{sent.Id}", new { content = "two" })).ShouldBe(HttpStatusCode.OK);

        edited["content"].GetString().ShouldBe("two");
        edited["embeds"].GetArrayLength().ShouldBe(1);
        edited["edited_timestamp"].ValueKind.ShouldBe(JsonValueKind.String);
        (await Bot.Patch($"{Messages}/{sent.Id}", new { content = (string?)null, embeds = Array.Empty<object>() })).ShouldFail(HttpStatusCode.BadRequest, 50006);
        Events("MESSAGE_UPDATE").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Edit_OfAnother_MaySuppressEmbedsOnly()
    {
        var sent = await Member.Post(Messages, new { content = "https://example.com" });
        (await Bot.Patch($"{Messages}/{sent.Id}", new { content = "two" })).ShouldFail(HttpStatusCode.Forbidden, 50005);
        (await Bot.Patch($"{Messages}/{sent.Id}", new { flags = 4 })).ShouldBe(HttpStatusCode.OK)["flags"].GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task Delete_OfAnother_NeedsPermissionAndIsLogged()
    {
        var sent = await Bot.Post(Messages, new { content = "mine" });
        (await Member.Delete($"{Messages}/{sent.Id}")).ShouldFail(HttpStatusCode.Forbidden, 50013);
        (await Moderator.Delete($"{Messages}/{sent.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await Moderator.Delete($"{Messages}/{sent.Id}")).ShouldFail(HttpStatusCode.NotFound, 10008);
        LastAudit.Action.ShouldBe(AuditAction.MessageDelete);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task BulkDelete_WithinBounds_IsOneEvent()
    {
        var ids = Enumerable.Range(0, 3).Select(i => World.Messages.Create(General, World.Users.Get(MemberId), new MessageDraft { Content = $"{i}" }).Id).Select(id => $"{id}").ToList();

        (await Bot.Post($"{Messages}/bulk-delete", new { messages = ids.Take(2) })).ShouldBe(HttpStatusCode.NoContent);

        Events("MESSAGE_DELETE_BULK").ShouldHaveSingleItem().GetProperty("ids").GetArrayLength().ShouldBe(2);
        World.Messages.List(General, BotId).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task BulkDelete_OutOfBounds_IsRefused()
    {
        var old = World.Messages.Create(General, World.Users.Get(MemberId), new MessageDraft { Content = "old" }).Id;
        Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));
        var fresh = World.Messages.Create(General, World.Users.Get(MemberId), new MessageDraft { Content = "new" }).Id;

        (await Bot.Post($"{Messages}/bulk-delete", new { messages = new[] { $"{old}", $"{fresh}" } })).ShouldFail(HttpStatusCode.BadRequest, 50034);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Bot.Post($"{Messages}/bulk-delete", new { messages = new[] { $"{fresh}" } })).ShouldFail(HttpStatusCode.BadRequest, 50016);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Bot.Post($"{Messages}/bulk-delete", new { messages = Enumerable.Range(0, 101).Select(i => $"{fresh + (ulong)i}") })).ShouldFail(HttpStatusCode.BadRequest, 50016);
        Violations.ShouldBe(["bulk-delete", "bulk-delete", "bulk-delete"]);
    }

    [Fact]
    public async Task Create_InSlowmode_MakesPeopleWait()
    {
        await Bot.Patch($"channels/{General}", new { rate_limit_per_user = 10 });
        await Member.Post(Messages, new { content = "one" });
        Clock.Advance(TimeSpan.FromSeconds(4));

        var refused = (await Member.Post(Messages, new { content = "two" })).ShouldFail(HttpStatusCode.TooManyRequests, 20016);
        refused["retry_after"].GetDouble().ShouldBe(6);
        foreach (var exempt in new[] { Bot, Moderator, Moderator })
            (await exempt.Post(Messages, new { content = "a" })).ShouldBe(HttpStatusCode.OK);

        Clock.Advance(TimeSpan.FromSeconds(6));
        (await Member.Post(Messages, new { content = "two" })).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"content":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("{\"content\":\"a\"}}")]
    public async Task Create_BrokenJson_IsRefused(string body) =>
        (await Bot.Post(Messages, body)).ShouldFail(HttpStatusCode.BadRequest, 50109);

    [Fact]
    public async Task Type_ByBot_IsTold()
    {
        (await Bot.Post($"channels/{General}/typing")).ShouldBe(HttpStatusCode.NoContent);
        Events("TYPING_START").ShouldHaveSingleItem();
    }
}
