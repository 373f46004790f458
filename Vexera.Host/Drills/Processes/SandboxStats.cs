using System.Net;
using System.Text.Json;

namespace Vexera.Host.Drills.Processes;

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

    /// <summary>Sessions with an open connection.</summary>
    public int Attached => json.GetProperty("sessions").GetProperty("attached").GetInt32();

    /// <summary>Where the DNS server listens; null when there is none.</summary>
    public string? DnsAddress => json.GetProperty("dns").GetProperty("address").GetString();

    /// <summary>The port on which the StatsD server listens; null when there is none.</summary>
    public int? StatsdPort => Statsd("address") is { ValueKind: JsonValueKind.String } address ? IPEndPoint.Parse(address.GetString()!).Port : null;

    /// <summary>Datagrams of statistics that came.</summary>
    public long StatsdDatagrams => Statsd("datagrams")?.GetInt64() ?? 0;

    /// <summary>Metrics in them.</summary>
    public long StatsdMetrics => Statsd("metrics")?.GetInt64() ?? 0;

    /// <summary>Questions to the DNS server so far, by name and type such as <c>gateway.discord.test A</c>.</summary>
    public IReadOnlyDictionary<string, long> Questions { get; } = json.GetProperty("dns").GetProperty("questions").EnumerateArray().ToDictionary(
        question => $"{question.GetProperty("name").GetString()} {question.GetProperty("type").GetString()}",
        question => question.GetProperty("count").GetInt64());

    /// <summary>The broken rules, in order: the latest thousand.</summary>
    public IReadOnlyList<BrokenRule> Broken => [.. json.GetProperty("violations").GetProperty("list").EnumerateArray().Select(violation =>
        new BrokenRule(
            violation.GetProperty("rule").GetString()!,
            violation.GetProperty("detail").GetString()!,
            violation.GetProperty("at").GetDateTimeOffset()))];

    /// <summary>Events of a name that were sent.</summary>
    public long Sent(string name) => json.GetProperty("events").TryGetProperty(name, out var count) ? count.GetInt64() : 0;

    /// <summary>Requests that were answered with 200 on a route, such as <c>POST /channels/{channel_id}/messages</c>.</summary>
    public long Succeeded(string route) => json.GetProperty("requests").EnumerateArray()
        .Where(request => request.GetProperty("route").GetString() == route && request.GetProperty("status").GetInt32() == 200)
        .Sum(request => request.GetProperty("count").GetInt64());

    /// <summary>Requests that were answered, on all routes.</summary>
    public long Requests => json.GetProperty("requests").EnumerateArray().Sum(request => request.GetProperty("count").GetInt64());

    /// <summary>Requests that were answered with a status, on all routes.</summary>
    public long Answered(int status) => json.GetProperty("requests").EnumerateArray()
        .Where(request => request.GetProperty("status").GetInt32() == status)
        .Sum(request => request.GetProperty("count").GetInt64());

    private JsonElement? Statsd(string property) => json.TryGetProperty("statsd", out var statsd) ? statsd.GetProperty(property) : null;

    /// <summary>The broken rules, for people: name and detail of the first few.</summary>
    public string DescribeViolations() => string.Join("; ", Broken.Take(3).Select(violation => $"{violation.Rule}: {violation.Detail}"));
}

/// <summary>A rule of Discord's that a client broke.</summary>
/// <param name="Rule">Its name, such as <c>identify-rate</c>.</param>
/// <param name="Detail">What happened, for people.</param>
/// <param name="At">When, by the simulator's clock.</param>
internal sealed record BrokenRule(string Rule, string Detail, DateTimeOffset At);
