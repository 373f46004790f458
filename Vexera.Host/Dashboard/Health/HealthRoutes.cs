using System.Text.Json.Serialization;

namespace Vexera.Host.Dashboard.Health;

/// <summary>For systemd, Docker and Kubernetes; answered without a login, and nothing secret is in the answers.</summary>
/// <param name="readiness">Whether the bot does its work.</param>
internal sealed partial class HealthRoutes(FleetReadiness readiness)
{
    /// <summary>
    /// Answers the two health checks, and nothing else.
    /// </summary>
    /// <returns>Whether the request was for one of them.</returns>
    public async Task<bool> TryAnswerAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            return false;
        http.Response.Headers.CacheControl = "no-store";
        switch (http.Request.Path.Value)
        {
            case DashboardPaths.Live:
                await http.Response.WriteAsJsonAsync(new LiveAnswer(true), HealthJson.Default.LiveAnswer);
                return true;
            case DashboardPaths.Ready:
                var report = readiness.Look();
                http.Response.StatusCode = report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
                await http.Response.WriteAsJsonAsync(
                    new ReadyAnswer(report.IsReady, report.Shards, report.Receiving, report.Reason), HealthJson.Default.ReadyAnswer);
                return true;
            default:
                http.Response.Headers.CacheControl = default;
                return false;
        }
    }

    internal sealed record LiveAnswer(bool Live);

    internal sealed record ReadyAnswer(bool Ready, int Shards, int ShardsReady, string? Reason);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(LiveAnswer))]
    [JsonSerializable(typeof(ReadyAnswer))]
    private sealed partial class HealthJson : JsonSerializerContext;
}
