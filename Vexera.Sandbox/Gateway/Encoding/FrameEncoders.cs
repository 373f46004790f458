namespace Vexera.Sandbox.Gateway.Encoding;

/// <summary><see href="https://discord.com/developers/docs/events/gateway#encoding-and-compression"/></summary>
internal static class FrameEncoders
{
    /// <summary>The encoder for a <c>compress</c> parameter; null when there is none of that name.</summary>
    public static IFrameEncoder? For(string? compress) => compress switch
    {
        null or "" => new PlainEncoder(),
        "zlib-stream" => new ZlibStreamEncoder(),
        "zstd-stream" => new ZstdStreamEncoder(),
        _ => null,
    };
}
