using System.Globalization;
using System.Text.RegularExpressions;

namespace Vexera.Host.Drills.Processes;

/// <summary>The simulator as its own process.</summary>
internal sealed partial class SandboxProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder _folder;
    private readonly ChildProcess _process;

    private SandboxProcess(TemporaryFolder folder, ChildProcess process, Uri address, SandboxClient client)
    {
        _folder = folder;
        _process = process;
        Address = address;
        Client = client;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Talks to it.</summary>
    public SandboxClient Client { get; }

    /// <summary>What it has used.</summary>
    public ProcessSample Sample() => ProcessSample.Of(_process.Process);

    /// <summary>Starts it on a free port.</summary>
    /// <param name="executable">A <c>vexera</c>.</param>
    /// <param name="world">What it simulates.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SandboxProcess> StartAsync(string executable, SandboxWorldSize world, CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        var process = ChildProcess.Start(executable, Arguments(world), folder.Path);
        try
        {
            var line = await process.LineAsync("http://", StartPatience, cancellationToken);
            var address = new Uri(AddressIn().Match(line.Text).Value);
            return new SandboxProcess(folder, process, address, await SandboxClient.ConnectAsync(address, cancellationToken));
        }
        catch
        {
            await process.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static IEnumerable<string> Arguments(SandboxWorldSize world) =>
    [
        "sandbox", "--no-bot", "--urls", "http://127.0.0.1:0", "--seed", Show(world.Seed),
        "--guilds", Show(world.Guilds), "--shards", Show(world.Shards), "--max-concurrency", Show(world.MaxConcurrency),
        .. world.HasRateLimits ? Array.Empty<string>() : ["--no-rate-limits"],
        .. world.HasDns ? ["--dns", "127.0.0.1:0", "--statsd", "127.0.0.1:0"] : Array.Empty<string>(),
    ];

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"http://[^\s/]+")]
    private static partial Regex AddressIn();
}

/// <summary>How big the simulated Discord is.</summary>
/// <param name="Guilds">Guilds in all.</param>
/// <param name="Shards">Shards that it recommends.</param>
/// <param name="MaxConcurrency">Sessions that may identify in each five seconds.</param>
/// <param name="Seed">What generated guilds and traffic follow from.</param>
/// <param name="HasDns">Whether it has a DNS server of its own, by which the bot finds it, and a StatsD server.</param>
/// <param name="HasRateLimits">Whether it keeps Discord's limits of requests.</param>
internal readonly record struct SandboxWorldSize(
    int Guilds, int Shards, int MaxConcurrency, int Seed = 0, bool HasDns = false, bool HasRateLimits = false);
