using System.Net;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Tests.Gateway.Transport;

public sealed class ReadAheadHandlerTests
{
    private static readonly Uri Address = new("http://gateway.example/");

    [Fact]
    public async Task SendAsync_Upgraded_GivesTheConnectionReadAhead()
    {
        var connection = new PieceStream();
        using var invoker = Invoker(HttpStatusCode.SwitchingProtocols, connection);
        using var response = await SendAsync(invoker);
        connection.Say([1, 2, 3, 4]);

        var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);

        stream.CanWrite.ShouldBeTrue();
        stream.ReadByte().ShouldBe(1);
        stream.ReadByte().ShouldBe(2);
        connection.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task SendAsync_NotUpgraded_LeavesTheAnswerAlone()
    {
        using var invoker = Invoker(HttpStatusCode.OK, new MemoryStream("{}"u8.ToArray()));
        using var response = await SendAsync(invoker);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("{}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dispose_UpgradedAnswer_DisposesOfTheConnection(bool isRead)
    {
        var connection = new PieceStream();
        using var invoker = Invoker(HttpStatusCode.SwitchingProtocols, connection);
        var response = await SendAsync(invoker);
        if (isRead)
            response.Content.ReadAsStream(TestContext.Current.CancellationToken).ShouldNotBeNull();

        response.Dispose();

        connection.IsDisposed.ShouldBeTrue();
    }

    private static HttpMessageInvoker Invoker(HttpStatusCode status, Stream content) => new(new ReadAheadHandler(new Answers(status, content)));

    private static async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker invoker)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        return await invoker.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class Answers(HttpStatusCode status, Stream stream) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new ConnectionContent(stream) });
    }

    private sealed class ConnectionContent(Stream stream) : HttpContent
    {
        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => stream;

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(stream);

        protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) => stream.CopyToAsync(target);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            stream.Dispose();
            base.Dispose(disposing);
        }
    }
}
