namespace Vexera.Core.Gateway;

/// <summary>
/// How Discord compresses what it sends.
/// Source: https://discord.com/developers/docs/events/gateway#transport-compression.
/// </summary>
public enum GatewayCompression
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>One zlib stream for the whole connection.</summary>
    ZlibStream,

    /// <summary>One zstd stream for the whole connection.</summary>
    ZstdStream,
}
