namespace Vexera.Sandbox.Gateway.Connections;

/// <summary>How a client came.</summary>
/// <param name="Number">A running number.</param>
/// <param name="Host">The host and port that it used.</param>
/// <param name="Version">The API version that it asked for.</param>
/// <param name="ByResumeUrl">Whether it used the address from READY.</param>
internal sealed record ConnectionOrigin(long Number, string Host, int Version, bool ByResumeUrl);
