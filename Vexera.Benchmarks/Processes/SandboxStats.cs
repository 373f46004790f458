using System.Text.Json;

namespace Vexera.Benchmarks.Processes;

/// <summary>What <c>GET /sandbox/stats</c> tells of what clients did.</summary>
/// <param name="json">The answer.</param>
internal sealed class SandboxStats(JsonElement json)
{
    /// <summary>IDENTIFYs that began a session.</summary>
    public long Identifies => json.GetProperty("identifies").GetProperty("total").GetInt64();

    /// <summary>RESUMEs that were accepted.</summary>
    public long Resumes => json.GetProperty("resumes").GetProperty("total").GetInt64();

    /// <summary>Events that were sent again after a RESUME.</summary>
    public long Replays => json.GetProperty("replays").GetInt64();

    /// <summary>Rules that were broken, of any kind.</summary>
    public long Violations => json.GetProperty("violations").GetProperty("count").GetInt64();

    /// <summary>Events that wait to be sent.</summary>
    public long Backlog => json.GetProperty("sessions").GetProperty("backlog").GetInt64();

    /// <summary>Events of a name that were sent.</summary>
    public long Sent(string name) => json.GetProperty("events").TryGetProperty(name, out var count) ? count.GetInt64() : 0;

    /// <summary>Requests that were answered with 200 on a route, such as <c>POST /channels/{channel_id}/messages</c>.</summary>
    public long Succeeded(string route) => json.GetProperty("requests").EnumerateArray()
        .Where(request => request.GetProperty("route").GetString() == route && request.GetProperty("status").GetInt32() == 200)
        .Sum(request => request.GetProperty("count").GetInt64());

    /// <summary>The broken rules, for people: name and detail of the first few.</summary>
    public string DescribeViolations() => string.Join("; ", json.GetProperty("violations").GetProperty("list").EnumerateArray().Take(3)
        .Select(violation => $"{violation.GetProperty("rule").GetString()}: {violation.GetProperty("detail").GetString()}"));
}
