using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Dispatch;

namespace Vexera.Core.Commands.Execution;

/// <summary>
/// Carries out calls beside the guild's event queue, so that a slow command holds up nothing. Stopping waits for those at work.
/// </summary>
internal sealed class CommandRunner(CommandExecutor executor, IOptions<CommandsOptions> options, ILogger<CommandRunner> logger)
    : IHostedService, IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.MaxRunning);
    private readonly ConcurrentDictionary<Task, bool> _running = [];
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Starts a call; returns once it is on its way. Waits while too many are.</summary>
    /// <param name="context">The call.</param>
    /// <param name="cause">The event that made it, which counts as handled once the call is answered.</param>
    /// <param name="responder">Answers it.</param>
    /// <param name="cancellationToken">Ends the wait for a place.</param>
    public ValueTask BeginAsync(CommandContext context, EventContext cause, IResponder responder, CancellationToken cancellationToken) =>
        BeginAsync(cause, stopping => RunAsync(context, responder, stopping), cancellationToken);

    /// <summary>Starts the answer to anything that somebody did; returns once it is on its way. Waits while too many are.</summary>
    /// <param name="cause">What was done, which counts as handled once it is answered.</param>
    /// <param name="answer">Answers it. Throws nothing but what the token it is given ends.</param>
    /// <param name="cancellationToken">Ends the wait for a place.</param>
    public async ValueTask BeginAsync(EventContext cause, Func<CancellationToken, Task> answer, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        var call = RunAsync(cause.Hold(), answer);
        _running.TryAdd(call, true);
        _ = call.ContinueWith(
            ended =>
            {
                _running.TryRemove(ended, out _);
                _places.Release();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Completes when the calls that are at work now have been answered.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_running.Keys);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for the calls at work; those that outlast the host's patience are given up.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patienceEnds = cancellationToken.Register(_stopping.Cancel);
        await WhenIdleAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _places.Dispose();
    }

    private async Task RunAsync(EventHold hold, Func<CancellationToken, Task> answer)
    {
        try
        {
            await answer(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }

        hold.Done();
    }

    private async Task RunAsync(CommandContext context, IResponder responder, CancellationToken stopping)
    {
        try
        {
            var work = executor.AnswerAsync(context, stopping);
            await HoldAsync(context, responder, work);
            if (await work is { } reply)
                await responder.RespondAsync(reply, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            CommandsLog.Abandoned(logger, context.Command.Definition.FullName, context.Cause);
            throw;
        }
        catch (Exception e)
        {
            CommandsLog.AnswerFailed(logger, e, context.Command.Definition.FullName, context.GuildId, context.ChannelId, context.Cause);
        }
    }

    // What is begun is finished, even where Discord cannot be told that it takes longer.
    private async Task HoldAsync(CommandContext context, IResponder responder, Task work)
    {
        try
        {
            await responder.HoldAsync(work, context.Command.Definition.Ephemeral, _stopping.Token);
        }
        catch (Exception e) when (e is Rest.DiscordRestException or Rest.DiscordUnreachableException)
        {
            CommandsLog.AnswerFailed(logger, e, context.Command.Definition.FullName, context.GuildId, context.ChannelId, context.Cause);
            await work;
        }
    }
}
