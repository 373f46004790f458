using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Vexera.Sandbox.Dns;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.Statsd;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Control.Routes;

/// <summary><c>/sandbox/stats</c>: what clients did, and which rules they broke.</summary>
internal sealed class StatsRoutes(
    SandboxStats stats, SandboxOptions options, DnsServer dns, StatsdServer statsd, SandboxWorld world, ConnectionDirectory connections, SessionDirectory sessions)
{
    public void Map(IEndpointRouteBuilder sandbox)
    {
        sandbox.MapGet("/stats", ControlEndpoint.Showing((_, json) => Write(json)));
        sandbox.MapDelete("/stats", ControlEndpoint.Showing((_, json) =>
        {
            stats.Clear();
            Write(json);
        }));
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("guilds", world.Guilds.Count);
        json.WriteStartObject("connections");
        json.WriteNumber("open", connections.Count);
        json.WriteNumber("opened", stats["connections"]);
        json.WriteEndObject();
        json.WriteStartObject("sessions");
        json.WriteNumber("live", sessions.All.Count());
        json.WriteNumber("attached", sessions.All.Count(session => session.IsAttached));
        json.WriteNumber("backlog", sessions.All.Sum(session => session.Backlog));
        json.WriteEndObject();
        WriteIdentifies(json);
        WriteResumes(json);
        json.WriteNumber("replays", stats["replays"]);
        json.WriteNumber("eventsSent", stats.Events.Values.Sum());
        WriteCounts(json, "events", stats.Events);
        json.WriteArray("requests", stats.Requests.OrderBy(request => request.Key.Route, StringComparer.Ordinal).ThenBy(request => request.Key.Status), WriteRequest);
        WriteDns(json);
        WriteStatsd(json);
        WriteViolations(json);
        WriteCounts(json, "counters", stats.Counters);
        json.WriteEndObject();
    }

    private void WriteIdentifies(Utf8JsonWriter json)
    {
        json.WriteStartObject("identifies");
        json.WriteNumber("total", stats["identifies"]);
        json.WriteArray("windows", stats.Identifies.OrderBy(one => one.Key.Window).ThenBy(one => one.Key.Bucket), (writer, one) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("bucket", one.Key.Bucket);
            writer.WriteTime("windowStart", new DateTimeOffset(one.Key.Window * options.Gateway.IdentifyWindow.Ticks, TimeSpan.Zero));
            writer.WriteNumber("count", one.Value);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private void WriteResumes(Utf8JsonWriter json)
    {
        json.WriteStartObject("resumes");
        json.WriteNumber("total", stats["resumes"]);
        json.WriteNumber("byResumeUrl", stats["resumes_by_resume_url"]);
        json.WriteNumber("refused", stats["resumes_refused"]);
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, KeyValuePair<(string Route, int Status), long> request)
    {
        json.WriteStartObject();
        json.WriteString("route", request.Key.Route);
        json.WriteNumber("status", request.Key.Status);
        json.WriteNumber("count", request.Value);
        json.WriteEndObject();
    }

    private void WriteDns(Utf8JsonWriter json)
    {
        json.WriteStartObject("dns");
        json.WriteString("address", dns.EndPoint?.ToString());
        json.WriteArray("questions", stats.Questions.OrderBy(one => one.Key), (writer, one) =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", one.Key.Name);
            writer.WriteString("type", one.Key.Type);
            writer.WriteNumber("count", one.Value);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private void WriteStatsd(Utf8JsonWriter json)
    {
        json.WriteStartObject("statsd");
        json.WriteString("address", statsd.EndPoint?.ToString());
        json.WriteNumber("datagrams", stats[StatsdServer.Datagrams]);
        json.WriteNumber("metrics", stats[StatsdServer.Metrics]);
        json.WriteEndObject();
    }

    private void WriteViolations(Utf8JsonWriter json)
    {
        json.WriteStartObject("violations");
        json.WriteNumber("count", stats.ViolationCount);
        json.WriteArray("list", stats.Violations, static (writer, violation) =>
        {
            writer.WriteStartObject();
            writer.WriteString("rule", violation.Rule);
            writer.WriteString("detail", violation.Detail);
            writer.WriteTime("at", violation.At);
            writer.WriteString("where", violation.Where);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts.OrderBy(count => count.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }
}
