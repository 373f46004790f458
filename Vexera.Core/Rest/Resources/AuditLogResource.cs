using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <inheritdoc cref="IAuditLogResource"/>
internal sealed class AuditLogResource(RestClient client) : IAuditLogResource
{
    private static readonly RestRoute GetLog = new(HttpMethod.Get, "/guilds/{guild}/audit-logs");

    public async Task<IReadOnlyList<AuditLogEntry>> GetAsync(Snowflake guildId, AuditLogQuery query, CancellationToken cancellationToken)
    {
        var request = GetLog.To(guildId).WithQuery(
            ("user_id", query.UserId),
            ("target_id", query.TargetId),
            ("action_type", (int?)query.Action),
            ("before", query.Before),
            ("after", query.After),
            ("limit", query.Limit));
        return (await client.SendAsync(request, RestJson.Default.AuditLogPage, cancellationToken)).AuditLogEntries;
    }
}
