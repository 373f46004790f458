using System.Net;

namespace Vexera.Sandbox;

/// <summary>How big the simulated Discord is and which rules it sets.</summary>
public sealed record SandboxOptions
{
    /// <summary>Guilds in the world, 0 to 1,000,000. The first two are the demo; the others are generated from the seed when needed.</summary>
    public int Guilds { get; init; } = 2;

    /// <summary>Shards that GET /gateway/bot recommends, 1 to 10,000.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Sessions that may identify in each five seconds, 1 to 1,000: <c>session_start_limit.max_concurrency</c>.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Tokens and generated guilds follow from it.</summary>
    public int Seed { get; init; }

    /// <summary>One HTTP address of this machine, such as http://127.0.0.1:5090; port 0 takes any free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5090";

    /// <summary>
    /// Where a DNS server of the sandbox's own listens, over UDP; port 0 takes any free one, null means none. It takes every
    /// name for 127.0.0.1. With it the gateway is announced by names: <c>gateway.discord.test</c>, and
    /// <c>gateway-resume.discord.test</c> in READY.
    /// </summary>
    public IPEndPoint? Dns { get; init; }

    /// <summary>Where a StatsD server of the sandbox's own listens, over UDP, and counts; port 0 takes any free one, null means none.</summary>
    public IPEndPoint? Statsd { get; init; }

    /// <summary>The world's clock. With a manual one the ids are the same each time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Moves <see cref="TimeProvider"/> forward, when it is a manual clock; <c>POST /sandbox/clock</c> calls it.</summary>
    public Action<TimeSpan>? AdvanceClock { get; init; }

    /// <summary>The gateway's rules.</summary>
    public SandboxGatewayOptions Gateway { get; init; } = new();

    /// <summary>The HTTP API's rules.</summary>
    public SandboxRestOptions Rest { get; init; } = new();
}
