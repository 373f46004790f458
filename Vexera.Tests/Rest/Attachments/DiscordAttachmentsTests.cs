using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;
using Vexera.Core.Rest.Attachments;

namespace Vexera.Tests.Rest.Attachments;

/// <summary>Files are read from Discord's hosts or the API's, and nothing larger than wanted.</summary>
public sealed class DiscordAttachmentsTests
{
    [Theory]
    [InlineData("https://cdn.discordapp.com/attachments/1/2/a.json?ex=1&hm=2")]
    [InlineData("https://cdn.discordapp.com/ephemeral-attachments/1/2/a.json")]
    [InlineData("https://media.discordapp.net/attachments/1/2/a.json")]
    [InlineData("http://127.0.0.1:5090/attachments/1/2/a.json")]
    public async Task ReadAsync_FromDiscordOrTheApisHost_GivesTheFile(string url)
    {
        var http = new FixedAnswer(HttpStatusCode.OK, "content");

        (await ReadAsync(http, url)).ShouldBe("content"u8.ToArray());

        http.Asked.ShouldBe(new Uri(url));
        http.HadToken.ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://example.org/attachments/1/2/a.json")]
    [InlineData("http://cdn.discordapp.com/attachments/1/2/a.json")]
    [InlineData("https://cdn.discordapp.com:8443/attachments/1/2/a.json")]
    [InlineData("https://cdn.discordapp.com@10.0.0.1/attachments/1/2/a.json")]
    [InlineData("https://me@cdn.discordapp.com/attachments/1/2/a.json")]
    [InlineData("https://cdn.discordapp.com.example.org/attachments/1/2/a.json")]
    [InlineData("http://127.0.0.1:5091/attachments/1/2/a.json")]
    [InlineData("http://127.0.0.1:5090/api/v10/users/@me")]
    [InlineData("http://127.0.0.1:5090/attachments/../api/v10/users/@me")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/attachments/1/2/a.json")]
    public async Task ReadAsync_FromElsewhere_AsksNobody(string url)
    {
        var http = new FixedAnswer(HttpStatusCode.OK, "content");

        (await Should.ThrowAsync<AttachmentException>(ReadAsync(http, url))).Problem.ShouldBe(AttachmentProblem.Elsewhere);

        http.Asked.ShouldBeNull();
    }

    [Theory]
    [InlineData(101, 5)]
    [InlineData(5, 101)]
    public async Task ReadAsync_LargerThanWanted_IsRefusedWhateverItSaysOfItself(long said, int length)
    {
        var http = new FixedAnswer(HttpStatusCode.OK, new string('x', length));

        var problem = await Should.ThrowAsync<AttachmentException>(ReadAsync(http, "https://cdn.discordapp.com/attachments/1/2/a.json", said));

        problem.Problem.ShouldBe(AttachmentProblem.TooLarge);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task ReadAsync_AnotherAnswerThanTheFile_IsUnreadable(HttpStatusCode status) =>
        (await Should.ThrowAsync<AttachmentException>(ReadAsync(new FixedAnswer(status, ""), "https://cdn.discordapp.com/attachments/1/2/a.json")))
            .Problem.ShouldBe(AttachmentProblem.Unreadable);

    private static async Task<byte[]> ReadAsync(HttpMessageHandler http, string url, long size = 7)
    {
        using var invoker = new HttpMessageInvoker(http);
        var attachments = new DiscordAttachments(
            invoker,
            Options.Create(new DiscordOptions { ApiBaseUrl = new Uri("http://127.0.0.1:5090/api/v10") }),
            Options.Create(new RestOptions()),
            new FakeTimeProvider());
        var file = new Attachment { Id = new Snowflake(2), Filename = "a.json", Size = size, Url = new Uri(url, UriKind.RelativeOrAbsolute) };
        return await attachments.ReadAsync(file, 100, TestContext.Current.CancellationToken);
    }

    private sealed class FixedAnswer(HttpStatusCode status, string content) : HttpMessageHandler
    {
        public Uri? Asked { get; private set; }

        public bool HadToken { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Asked, HadToken) = (request.RequestUri, request.Headers.Authorization is not null);
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(content) });
        }
    }
}
