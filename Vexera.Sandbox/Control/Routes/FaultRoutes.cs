using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Faults.Actions;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Control.Routes;

/// <summary><c>/sandbox/faults</c>: does, lists and ends faults.</summary>
internal sealed class FaultRoutes(SandboxFaults faults, FaultActions actions, WorldFaults world)
{
    public void Map(IEndpointRouteBuilder sandbox)
    {
        sandbox.MapPost("/faults", ControlEndpoint.Taking((_, body, json) =>
        {
            actions.Do(body);
            Write(json);
        }));
        sandbox.MapGet("/faults", ControlEndpoint.Showing((_, json) => Write(json)));
        sandbox.MapDelete("/faults", ControlEndpoint.Showing((_, json) =>
        {
            faults.Clear();
            world.Clear();
            Write(json);
        }));
        sandbox.MapDelete("/faults/dns", ControlEndpoint.Showing((_, json) =>
        {
            faults.ClearDns();
            Write(json);
        }));
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteArray("gateway", faults.Gateway, WriteGateway);
        json.WriteArray("rest", faults.Rest, WriteRest);
        json.WriteArray("dns", faults.Dns, WriteDns);
        json.WriteEndObject();
    }

    private static void WriteGateway(Utf8JsonWriter json, GatewayFault fault)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(fault.Kind.ToString()));
        json.WritePropertyName("shards");
        if (fault.Shards is { } shards)
        {
            json.WriteArray(shards.Order(), static (writer, shard) => writer.WriteNumberValue(shard));
        }
        else
        {
            json.WriteNullValue();
        }

        WriteCount(json, fault.Count);
        json.WriteNumber("code", fault.Code);
        json.WriteBoolean("resumable", fault.Resumable);
        json.WriteNumber("delayMs", fault.Delay.TotalMilliseconds);
        json.WriteEndObject();
    }

    private static void WriteDns(Utf8JsonWriter json, DnsFault fault)
    {
        json.WriteStartObject();
        json.WriteString("name", fault.Name);
        json.WriteString("type", fault.Type);
        json.WriteString("answer", fault.Answer.ToString().ToLowerInvariant());
        json.WriteNumber("delayMs", fault.Delay.TotalMilliseconds);
        json.WriteArray("addresses", fault.Addresses ?? [], static (writer, address) => writer.WriteStringValue(address.ToString()));
        WriteCount(json, fault.Count);
        json.WriteNumber("every", fault.Every);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, int? count)
    {
        json.WritePropertyName("count");
        if (count is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteRest(Utf8JsonWriter json, RestFault fault)
    {
        json.WriteStartObject();
        json.WriteString("route", fault.Route);
        json.WriteNumber("status", fault.Status);
        json.WriteNumber("count", fault.Count);
        json.WriteNumber("delayMs", fault.Delay.TotalMilliseconds);
        json.WriteString("scope", fault.Scope);
        json.WriteNumber("retryAfterMs", fault.RetryAfter.TotalMilliseconds);
        json.WriteBoolean("drop", fault.Drop);
        json.WriteEndObject();
    }
}
