using System.Net;
using System.Text;
using System.Text.Json;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Rest.Wire;

/// <summary>Files go along with a message as multipart, wherever a message may be sent.</summary>
public sealed class FileUploadTests : IDisposable
{
    private const string Sample = """{"id":"9","channel_id":"5","author":{"id":"1","username":"vexera"}}""";

    private static readonly OutgoingMessage Message = new()
    {
        Content = "Here it is",
        Files =
        [
            new OutgoingFile("Fälle.txt", Encoding.UTF8.GetBytes("first file")) { Description = "all cases" },
            new OutgoingFile("b.json", Encoding.UTF8.GetBytes("{}"), "application/json"),
        ],
    };

    private readonly RestRig _rig = new();

    private static Dictionary<string, Func<IDiscordRest, CancellationToken, Task>> Calls { get; } = new()
    {
        ["create"] = (rest, token) => rest.Channels.CreateMessageAsync(new Snowflake(5), Message, token),
        ["edit"] = (rest, token) => rest.Channels.EditMessageAsync(new Snowflake(5), new Snowflake(9), Message, token),
        ["respond"] = (rest, token) => rest.Interactions.RespondAsync(Samples.Interaction, Message, token),
        ["update"] = (rest, token) => rest.Interactions.UpdateMessageAsync(Samples.Interaction, Message, token),
        ["edit-response"] = (rest, token) => rest.Interactions.EditResponseAsync(Samples.Interaction, Message, token),
        ["follow-up"] = (rest, token) => rest.Interactions.FollowUpAsync(Samples.Interaction, Message, token),
        ["execute"] = (rest, token) => rest.Webhooks.ExecuteAsync(new Snowflake(7), new Secret("t"), Message, token),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    public void Dispose() => _rig.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Message_WithFiles_IsMultipartAndAsDiscordDescribesIt(string name)
    {
        _rig.Discord.Then(HttpStatusCode.OK, Sample);

        await Calls[name](_rig.Rest, _rig.Token);

        var sent = _rig.Discord.Last;
        sent.ContentType.ShouldNotBeNull().ShouldStartWith("multipart/form-data; boundary=");
        sent.Body.ShouldNotBeNull().ShouldMatch("name=\"?files\\[0\\]\"?; filename=");
        sent.Body.ShouldContain("first file");
        var json = JsonOf(sent);
        var message = json.TryGetProperty("data", out var data) ? data : json;
        message.GetProperty("attachments").EnumerateArray()
            .Select(one => (one.GetProperty("id").GetString(), one.GetProperty("filename").GetString()))
            .ShouldBe([("0", "Fälle.txt"), ("1", "b.json")]);
        message.GetProperty("attachments")[0].GetProperty("description").GetString().ShouldBe("all cases");
        message.TryGetProperty("files", out _).ShouldBeFalse();
        if (OpenApiContract.Find() is { } contract)
            contract.CheckRequest(sent.Method, sent.Path, json.GetRawText()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_WithFilesSentAgain_CarriesThemAgain()
    {
        _rig.Discord.Then(new HttpRequestException(HttpRequestError.ConnectionError)).Then(HttpStatusCode.OK, Sample);

        var sending = Calls["create"](_rig.Rest, _rig.Token);
        await Eventually.UntilAsync(() =>
        {
            _rig.Time.Advance(TimeSpan.FromSeconds(1));
            return sending.IsCompleted;
        });
        await sending;

        _rig.Discord.Seen.Count.ShouldBe(2);
        _rig.Discord.Seen.ShouldAllBe(seen => seen.Body!.Contains("first file", StringComparison.Ordinal));
    }

    private static JsonElement JsonOf(SeenRequest sent)
    {
        var body = sent.Body!;
        var start = body.IndexOf("\r\n\r\n", body.IndexOf("payload_json", StringComparison.Ordinal), StringComparison.Ordinal) + 4;
        return JsonElement.Parse(body[start..body.IndexOf("\r\n--", start, StringComparison.Ordinal)]);
    }
}
