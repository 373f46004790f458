using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.Rest;
using Vexera.Core.Shards;

namespace Vexera.Core.Modules.Shards;

/// <summary>Tells what came of a rolling reconnect, also when that is later than a command may take.</summary>
internal sealed class ReconnectTelling(IDiscordRest rest, ILogger<ReconnectTelling> logger)
{
    /// <summary>What came of it, in lines.</summary>
    public static IEnumerable<Text> Of(ReconnectReport report)
    {
        var total = report.Resumed.Count + report.Identified.Count + report.Skipped.Count + report.Missing.Count + report.Untouched.Count;
        yield return ShardsText.Done(report.Resumed.Count, total);
        if (report.Identified.Count > 0)
            yield return ShardsText.Identified(ShardRanges.Of(report.Identified));
        if (report.Skipped.Count > 0)
            yield return ShardsText.Skipped(ShardRanges.Of(report.Skipped));
        if (report.Missing.Count > 0)
            yield return ShardsText.Missing(ShardRanges.Of(report.Missing), ShardRanges.Of(report.Untouched));
        else if (report.Untouched.Count > 0)
            yield return ShardsText.Interrupted(ShardRanges.Of(report.Untouched));
    }

    /// <summary>Writes into the channel of a call when the reconnect has ended. Throws nothing.</summary>
    public async Task TellAsync(CommandContext context, Task<ReconnectReport> running)
    {
        try
        {
            var message = new OutgoingMessage
            {
                Content = context.Say(Of(await running)).Content,
                Nonce = $"{EventOrigin.NonceFor(context.Cause)}-e",
                EnforceNonce = true,
            };
            await rest.Channels.CreateMessageAsync(context.ChannelId, message, CancellationToken.None);
        }
        catch (Exception failure)
        {
            ShardsLog.NotTold(logger, failure, context.ChannelId);
        }
    }
}
