using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.Rest;

namespace Vexera.Core.Modules.Shards;

/// <summary>Tells what came of something that took longer than a command may.</summary>
internal sealed class LateAnswer(IDiscordRest rest, ILogger<LateAnswer> logger)
{
    /// <summary>Writes into the channel of a call when what it began has ended. Throws nothing.</summary>
    public async Task TellAsync<TReport>(CommandContext context, Task<TReport> running, Func<TReport, IEnumerable<Text>> lines)
    {
        try
        {
            var message = new OutgoingMessage
            {
                Content = context.Say(lines(await running)).Content,
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
