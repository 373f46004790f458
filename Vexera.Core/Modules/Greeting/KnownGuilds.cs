using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Greeting;

/// <summary>
/// Writes known guilds into the ledger in batches, beside the events: a first start with 300,000 guilds must not wait for
/// 300,000 writes. What is lost when the process dies is known again at the next start, by the same rule.
/// </summary>
internal sealed class KnownGuilds(ThanksLedger ledger, TimeProvider time, ILogger<KnownGuilds> logger) : BackgroundService
{
    private const int BatchSize = 10_000;
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly Channel<Snowflake> _queue = Channel.CreateUnbounded<Snowflake>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Notes a guild. Each is noted once, so the queue holds at most the bot's guilds.</summary>
    public void Note(Snowflake guildId)
    {
        if (ledger.Settle(guildId))
            _queue.Writer.TryWrite(guildId);
    }

    /// <summary>Writes what is left.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Gathering, time, stoppingToken);
            if (!await TryWriteAsync(stoppingToken))
                await Task.Delay(AfterFailure, time, stoppingToken);
        }
    }

    private async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        var batch = new List<Snowflake>(BatchSize);
        try
        {
            while (true)
            {
                batch.Clear();
                while (batch.Count < BatchSize && _queue.Reader.TryRead(out var guild))
                    batch.Add(guild);
                if (batch.Count == 0)
                    return true;
                await ledger.WriteKnownAsync(batch, cancellationToken);
            }
        }
        catch (Exception e) when (e is DbException or StorageException)
        {
            GreetingLog.KnownNotWritten(logger, e, batch.Count);
            batch.ForEach(guild => _queue.Writer.TryWrite(guild));
            return false;
        }
    }
}
