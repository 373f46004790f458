using System.Reflection;
using Vexera.Core.Gateway.Fleet;
using Vexera.Host.Cli;
using Vexera.Host.Configuration;

namespace Vexera.Host.Hosting;

/// <summary>Runs the bot in the foreground and says how it ended.</summary>
/// <param name="terminal">Where to speak.</param>
internal sealed class BotRunner(Terminal terminal)
{
    /// <summary>Runs until the process is told to stop, or the bot cannot go on.</summary>
    /// <param name="sources">Where settings come from.</param>
    /// <param name="cancellationToken">Stops the bot.</param>
    /// <param name="extend">Adds services.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(ConfigurationSources sources, CancellationToken cancellationToken, Action<IServiceCollection>? extend = null)
    {
        var host = BotHost.Build(sources, extend);
        await using var disposal = (IAsyncDisposable)host;
        if (!BotHost.Check(host, terminal))
            return ExitCode.BadConfiguration;
        var logger = host.Services.GetRequiredService<ILogger<BotRunner>>();
        HostingLog.Starting(logger, Version, sources.File.Locate() ?? ConfigurationText.FromBuiltIn);
        if (host.Services.GetRequiredService<LogFolder>() is { Refusal: { } refusal } folder)
            HostingLog.WithoutFiles(logger, folder.Path, refusal);
        try
        {
            await host.StartAsync(cancellationToken);
            await host.WaitForShutdownAsync(cancellationToken);
            HostingLog.Stopped(logger);
            return host.Services.GetRequiredService<FleetFailure>().Raised is { IsCompletedSuccessfully: true } raised
                ? Tell(await raised)
                : ExitCode.Fine;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            HostingLog.Failed(logger, e);
            return Tell(e);
        }
    }

    private int Tell(Exception exception)
    {
        var failure = Failure.Explain(exception);
        terminal.Error.WriteLine(CliText.Error.With(failure.Line));
        return failure.ExitCode;
    }

    private static string Version { get; } =
        typeof(BotRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
