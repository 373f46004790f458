using Microsoft.Extensions.Options;
using Vexera.Core.Gateway;
using Vexera.Core.Rest;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Looks whether today's identifies suffice to start all shards anew.</summary>
internal sealed class BudgetExamination(IDiscordRest rest, IOptions<GatewayOptions> options) : IExamination
{
    /// <inheritdoc/>
    public string Subject => DoctorText.Budget;

    /// <inheritdoc/>
    public bool NeedsDiscord => true;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var bot = await rest.Gateway.GetBotAsync(cancellationToken);
        var limit = bot.SessionStartLimit;
        var shards = options.Value.ShardCount > 0 ? options.Value.ShardCount : bot.Shards;
        var seen = DoctorText.BudgetSeen.With(shards, bot.Shards, limit.Remaining, limit.Total, limit.MaxConcurrency);
        return limit.Remaining >= shards + options.Value.IdentifyReserve
            ? Finding.Right(seen)
            : Finding.Wrong(ExitCode.Refused, seen, DoctorText.BudgetRemedy.With(TimeSpan.FromMilliseconds(limit.ResetAfter)));
    }
}
