using System.Reflection;
using Vexera.Core.Gateway.Fleet;
using Vexera.Host.Cli;
using Vexera.Host.Configuration;

namespace Vexera.Host.Hosting;

/// <summary>Runs the bot in the foreground and says how it ended.</summary>
/// <param name="terminal">Where to speak.</param>
internal sealed partial class BotRunner(Terminal terminal)
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
        LogStarting(logger, Version, sources.File.Locate() ?? ConfigurationText.FromBuiltIn);
        if (host.Services.GetRequiredService<LogFolder>() is { Refusal: { } refusal } folder)
            LogWithoutFiles(logger, folder.Path, refusal);
        try
        {
            await host.StartAsync(cancellationToken);
            await host.WaitForShutdownAsync(cancellationToken);
            LogStopped(logger);
            return host.Services.GetRequiredService<FleetFailure>().Raised is { IsCompletedSuccessfully: true } raised
                ? Tell(await raised)
                : ExitCode.Fine;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, e);
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

    [LoggerMessage(9000, LogLevel.Information, "Vexera {Version} starts; settings: {File}")]
    private static partial void LogStarting(ILogger logger, string version, string file);

    [LoggerMessage(9003, LogLevel.Warning, "Logs cannot be written to {Folder}, so only the console has them: {Refusal}")]
    private static partial void LogWithoutFiles(ILogger logger, string folder, string refusal);

    [LoggerMessage(9001, LogLevel.Information, "Vexera has stopped")]
    private static partial void LogStopped(ILogger logger);

    [LoggerMessage(9002, LogLevel.Critical, "Vexera cannot go on")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
