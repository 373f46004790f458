using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Tests.Gateway.Protocol;

public sealed class GatewayUrlTests
{
    [Theory]
    [InlineData("wss://gateway.example", GatewayCompression.None, "wss://gateway.example/?v=10&encoding=json")]
    [InlineData("wss://gateway.example/", GatewayCompression.ZlibStream, "wss://gateway.example/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("ws://127.0.0.1:5090/gateway", GatewayCompression.ZstdStream, "ws://127.0.0.1:5090/gateway?v=10&encoding=json&compress=zstd-stream")]
    [InlineData("wss://gateway.example/?v=9&x=y", GatewayCompression.None, "wss://gateway.example/?v=10&encoding=json")]
    [InlineData("wss://gateway.example/#part", GatewayCompression.None, "wss://gateway.example/?v=10&encoding=json")]
    public void WithQuery_AnyAddress_AsksForVersionEncodingAndCompression(string address, GatewayCompression compression, string expected) =>
        GatewayUrl.WithQuery(new Uri(address), compression).AbsoluteUri.ShouldBe(expected);
}
