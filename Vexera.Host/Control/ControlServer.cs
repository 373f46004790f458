using Microsoft.Extensions.Options;
using Vexera.Core.Net.Local;
using Vexera.Core.Storage;

namespace Vexera.Host.Control;

/// <summary>
/// Has the running bot answer the command line over a local socket. Where that cannot be, a warning says so and the bot works on.
/// </summary>
internal sealed class ControlServer(
    ControlDesk desk, IOptions<ControlOptions> options, IOptions<StorageOptions> storage, TimeProvider time, ILogger<ControlServer> logger)
    : BackgroundService
{
    /// <summary>How many connections are served at the same time; more wait for their turn.</summary>
    public const int MostAtOnce = 8;

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _free = new(MostAtOnce);
    private LocalListener? _listener;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var path = options.Value.PathOf(storage.Value.Path);
        try
        {
            _listener = LocalListener.Listen(path);
            ControlLog.Listening(logger, path);
        }
        catch (LocalSocketException e)
        {
            ControlLog.NotListening(logger, e.Message);
        }

        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Not by the loop: one that is stopped before it has begun does not run at all.
        _listener?.Dispose();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _listener?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_listener is not { } listener)
            return;
        while (!stoppingToken.IsCancellationRequested)
            await AcceptAsync(listener, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AcceptAsync(LocalListener listener, CancellationToken stopping)
    {
        await _free.WaitAsync(stopping);
        Stream connection;
        try
        {
            connection = await listener.AcceptAsync(stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _free.Release();
            ControlLog.NotAccepted(logger, e.Message);
            await Task.Delay(PauseAfterFailure, time, stopping);
            return;
        }

        _ = ServeAsync(connection, stopping);
    }

    private async Task ServeAsync(Stream connection, CancellationToken stopping)
    {
        try
        {
            await desk.ServeAsync(connection, stopping);
        }
        finally
        {
            _free.Release();
        }
    }
}
