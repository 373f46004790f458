using System.CommandLine;
using System.Globalization;
using System.Net;
using Vexera.Host.Hosting;
using Vexera.Sandbox;

namespace Vexera.Host.Cli;

/// <summary><c>vexera sandbox</c>: the simulator with its chat page, and the bot on it.</summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="settings">Where the bot's configuration comes from.</param>
internal sealed class SandboxCommand(Terminal terminal, SettingsOption settings)
{
    private static readonly SandboxOptions Defaults = new();

    private readonly Option<int> _guilds = Number("--guilds", CliText.GuildsDescription, Defaults.Guilds, 0, 1_000_000);
    private readonly Option<int> _shards = Number("--shards", CliText.ShardsDescription, Defaults.Shards, 1, 10_000);
    private readonly Option<int> _concurrency =
        Number("--max-concurrency", CliText.ConcurrencyDescription, Defaults.MaxConcurrency, 1, 1_000);

    private readonly Option<int> _seed = Number("--seed", CliText.SeedDescription, Defaults.Seed, int.MinValue, int.MaxValue);
    private readonly Option<string> _urls = new("--urls")
    {
        Description = CliText.UrlsDescription,
        HelpName = "URL",
        DefaultValueFactory = _ => Defaults.Urls,
    };

    private readonly Option<IPEndPoint?> _dns = EndPoint("--dns", CliText.DnsDescription);
    private readonly Option<IPEndPoint?> _statsd = EndPoint("--statsd", CliText.StatsdDescription);

    private readonly Option<bool> _noBot = new("--no-bot") { Description = CliText.NoBotDescription };
    private readonly Option<bool> _noRateLimits = new("--no-rate-limits") { Description = CliText.NoRateLimitsDescription };
    private readonly Option<string> _data = new("--data") { Description = CliText.DataDescription, HelpName = "DIR" };

    /// <summary>The command with its options.</summary>
    public Command Build()
    {
        var command = new Command("sandbox", CliText.SandboxDescription)
        {
            _guilds, _shards, _concurrency, _seed, _urls, _dns, _statsd, _noBot, _noRateLimits, _data,
        };
        command.SetAction(InvokeAsync);
        return command;
    }

    private async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Guilds = parsed.GetValue(_guilds),
                Shards = parsed.GetValue(_shards),
                MaxConcurrency = parsed.GetValue(_concurrency),
                Seed = parsed.GetValue(_seed),
                Urls = parsed.GetValue(_urls)!,
                Dns = parsed.GetValue(_dns),
                Statsd = parsed.GetValue(_statsd),
                Rest = new SandboxRestOptions { RateLimits = !parsed.GetValue(_noRateLimits) },
            },
            cancellationToken);
        if (parsed.GetValue(_noBot))
        {
            terminal.Out.WriteLine(CliText.SandboxReadyNoBot.With(server.Address));
            if (server.Dns is { } dns)
                terminal.Out.WriteLine(CliText.SandboxDns.With(dns));
            if (server.Statsd is { } statsd)
                terminal.Out.WriteLine(CliText.SandboxStatsd.With(statsd));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        using var data = DataFolder.Open(parsed.GetValue(_data));
        var overrides = SandboxSettings.ForBot(server, data.Path);
        var welcome = CliText.SandboxReady.With(server.Address);
        return await new BotRunner(terminal).RunAsync(
            settings.Sources(parsed, overrides),
            cancellationToken,
            services => services.AddHostedService(provider => ActivatorUtilities.CreateInstance<BotWelcome>(provider, terminal, welcome)));
    }

    private static Option<IPEndPoint?> EndPoint(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "ADDRESS:PORT",
        CustomParser = result =>
        {
            if (IPEndPoint.TryParse(result.Tokens[0].Value, out var address))
                return address;
            result.AddError(CliText.NoEndPoint.With(name, result.Tokens[0].Value));
            return null;
        },
    };

    private static Option<int> Number(string name, string description, int fallback, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
                return number;
            result.AddError(CliText.OutOfRange.With(name, least, most, result.Tokens[0].Value));
            return fallback;
        },
    };
}
