using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Components.Paging;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Dispatch;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Commands.Components;

/// <summary>Makes an answer of a component's use: why it is refused, what its handler says, or an error id.</summary>
internal sealed class ComponentExecutor(
    ComponentCatalog components,
    CommandCatalog commands,
    CommandChecks checks,
    LanguageChoice languages,
    IModuleSwitches modules,
    RunningCommands running,
    ReplyFitter fitter,
    IErrorIds errorIds,
    IOptionsMonitor<CommandsOptions> options,
    TimeProvider time,
    VexeraMetrics metrics,
    ILogger<ComponentExecutor> logger)
{
    private const string Unknown = "unknown";

    /// <summary>The answer.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> is signalled. Nothing else is thrown.</exception>
    public async Task<ComponentAnswer> AnswerAsync(ComponentContext context, CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(options.CurrentValue.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        var entry = components.Find(context.Id.Name ?? "");
        try
        {
            context = context with { Call = await InLanguageAsync(context.Call, either.Token) };
            if (entry is null)
                return Refuse(context, entry, new Refusal(Unknown, ComponentsText.Unknown));
            if (entry.Definition.Command is { } name && commands.Find(name) is { } command)
                context = context with { Call = context.Call with { Command = command } };
            if (await CheckAsync(context, entry, either.Token) is { } refusal)
                return Refuse(context, entry, refusal);
            using var turn = running.TryEnter(context.Call.User.Id, $"{context.Message.Id} {context.CustomId}");
            if (turn is null)
                return Count(entry, "busy", ComponentAnswer.Nothing);
            return Count(entry, "done", await FitAsync(context, await entry.Use(context, either.Token), either.Token));
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            return Fail(context, entry, e, e is OperationCanceledException && deadline.IsCancellationRequested);
        }
    }

    private async ValueTask<CommandContext> InLanguageAsync(CommandContext call, CancellationToken cancellationToken) => call with
    {
        Culture = await languages.ForAsync(call.User.Id, call.GuildId, call.Guild, call.ClientLocale, cancellationToken),
    };

    private async ValueTask<Refusal?> CheckAsync(ComponentContext context, ComponentEntry entry, CancellationToken cancellationToken)
    {
        if (context.Id.Caller is { } caller && caller != context.Call.User.Id)
            return new Refusal("not_yours", ComponentsText.NotYours($"<@{caller}>"));
        if (!modules.IsOn(entry.Module))
            return new Refusal("switched_off", ComponentsText.SwitchedOff);
        return entry.Definition.Command is null ? null : await checks.CheckAccessAsync(context.Call, cancellationToken);
    }

    private async ValueTask<ComponentAnswer> FitAsync(ComponentContext context, ComponentAnswer answer, CancellationToken cancellationToken) => answer.With(
        answer.Message is { } message ? await fitter.FitAsync(context.Call, message, cancellationToken) : null,
        answer.Note is { } note ? await fitter.FitAsync(context.Call, note, cancellationToken) : null);

    private ComponentAnswer Refuse(ComponentContext context, ComponentEntry? entry, Refusal refusal) =>
        Count(entry, refusal.Outcome, ComponentAnswer.Tell(context.Call.Say(refusal.Message)));

    private ComponentAnswer Fail(ComponentContext context, ComponentEntry? entry, Exception error, bool timedOut)
    {
        var (id, call) = (errorIds.Next(), context.Call);
        ComponentsLog.Failed(logger, error, entry?.Definition.Name ?? Unknown, id, call.GuildId, call.User.Id, call.Cause);
        var note = call.Say(timedOut ? ComponentsText.TimedOut(id) : ComponentsText.Failed(id));
        var answer = entry is { Definition.SingleUse: true } ? ComponentAnswer.Close() : ComponentAnswer.Nothing;
        return Count(entry, timedOut ? "timed_out" : "failed", answer.AndTell(note));
    }

    private ComponentAnswer Count(ComponentEntry? entry, string outcome, ComponentAnswer answer)
    {
        metrics.Components.Add(1, new("component", entry?.Definition.Name ?? Unknown), new("outcome", outcome));
        return answer;
    }
}
