using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Components.Paging;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Commands.Execution;

/// <summary>Makes an answer of a call: a refusal, what the command says, or an error id. Every call has one outcome on the meter.</summary>
internal sealed class CommandExecutor(
    LanguageChoice languages,
    CommandChecks checks,
    RunningCommands running,
    ReplyFitter fitter,
    IErrorIds errorIds,
    IOptionsMonitor<CommandsOptions> options,
    TimeProvider time,
    VexeraMetrics metrics,
    ILogger<CommandExecutor> logger)
{
    /// <summary>The answer; null when the call is to stay without one.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> is signalled. Nothing else is thrown.</exception>
    public async Task<Reply?> AnswerAsync(CommandContext context, CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(options.CurrentValue.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        var began = time.GetTimestamp();
        try
        {
            context = context with { Culture = await CultureOfAsync(context, either.Token) };
            if (await checks.CheckCallAsync(context, either.Token) is { } refusal)
                return Refuse(context, refusal, began);
            using var turn = running.TryEnter(context.User.Id, context.Command.Definition.FullName);
            if (turn is null)
                return Refuse(context, new Refusal("busy", CommandsText.StillWorking(context.Call)), began);
            var reply = await fitter.FitAsync(context, await context.Command.Execute(context, either.Token), either.Token);
            Count(context, "done", began);
            return reply;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            return Fail(context, e, e is OperationCanceledException && deadline.IsCancellationRequested, began);
        }
    }

    private ValueTask<CultureInfo> CultureOfAsync(CommandContext context, CancellationToken cancellationToken) =>
        languages.ForAsync(context.User.Id, context.GuildId, context.Guild, context.ClientLocale, cancellationToken);

    private Reply? Refuse(CommandContext context, Refusal refusal, long began)
    {
        Count(context, refusal.Outcome, began);
        return refusal.QuietOnPrefix && context.Form == CommandForm.Prefix ? null : ForCallerOnly(context, refusal.Message);
    }

    private Reply Fail(CommandContext context, Exception error, bool timedOut, long began)
    {
        var id = errorIds.Next();
        Count(context, timedOut ? "timed_out" : "failed", began);
        CommandsLog.Failed(logger, error, context.Command.Definition.FullName, id, context.GuildId, context.User.Id, context.Cause);
        return ForCallerOnly(context, timedOut ? CommandsText.TimedOut(context.Call, id) : CommandsText.Failed(context.Call, id));
    }

    private void Count(CommandContext context, string outcome, long began)
    {
        var command = new KeyValuePair<string, object?>("command", context.Command.Definition.FullName);
        metrics.Commands.Add(1, command, new KeyValuePair<string, object?>("outcome", outcome));
        metrics.CommandDuration.Record(time.GetElapsedTime(began).TotalSeconds, command);
    }

    private static Reply ForCallerOnly(CommandContext context, Text text) => new(text.In(context.Culture)) { Ephemeral = true };
}
