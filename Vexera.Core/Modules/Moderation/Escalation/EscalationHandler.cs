using System.Globalization;
using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Rest;
using Vexera.Core.Scheduling;

namespace Vexera.Core.Modules.Moderation.Escalation;

/// <summary>Does what a warning leads to, in case the command that warned did not come to it.</summary>
internal sealed class EscalationHandler(Escalator escalator) : IDueWorkHandler
{
    /// <inheritdoc/>
    public string Kind => ModerationWork.EscalationKind;

    /// <inheritdoc/>
    public async Task<DueOutcome> HandleAsync(DueWork work, int attempt, CancellationToken cancellationToken)
    {
        var slash = work.Key.LastIndexOf('/');
        var (guild, target) = ModerationWork.Read(work.Key[..slash]);
        var warnings = long.Parse(work.Key.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        try
        {
            var outcome = await escalator.RunAsync(guild, target, warnings, cancellationToken);
            return outcome is not null && Escalator.IsOpen(outcome) ? DueOutcome.RetryLater() : DueOutcome.Done;
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            return DueOutcome.RetryLater();
        }
    }
}
