using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Vexera.Sandbox.Traffic;

namespace Vexera.Sandbox.Control.Routes;

/// <summary><c>/sandbox/traffic</c>: starts, shows and stops the generator.</summary>
internal sealed class TrafficRoutes(TrafficGenerator traffic)
{
    private const int LargestMessage = 2_800;
    private const int FastestRate = 1_000_000;

    public void Map(IEndpointRouteBuilder sandbox)
    {
        sandbox.MapPost("/traffic", ControlEndpoint.Taking(body => traffic.StartAsync(Plan(body)), Write));
        sandbox.MapGet("/traffic", ControlEndpoint.Showing((_, json) => Write(json)));
        sandbox.MapDelete("/traffic", ControlEndpoint.Taking(_ => traffic.StopAsync(), Write));
    }

    private static TrafficPlan Plan(ControlBody body)
    {
        var kind = body.Text("kind") ?? TrafficPlan.Message;
        if (!TrafficPlan.Kinds.Contains(kind))
        {
            throw new ControlException($"\"kind\" is \"{kind}\"; it must be one of {string.Join(", ", TrafficPlan.Kinds)}.");
        }

        var plan = new TrafficPlan
        {
            Kind = kind,
            EventsPerSecond = body.Number("eventsPerSecond", 0, FastestRate) ?? 1_000,
            Size = body.Number("size", 0, LargestMessage) ?? 1_600,
            Count = body.Number("count", 1, int.MaxValue),
            Guilds = body.Number("guilds", 1, int.MaxValue),
        };
        body.RefuseUnknown();
        return plan;
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("running", traffic.IsRunning);
        json.WriteNumber("lastMessage", traffic.LastMessage);
        json.WriteNumber("typings", traffic.Typings);
        json.WriteEndObject();
    }
}
