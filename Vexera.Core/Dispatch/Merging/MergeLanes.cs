using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Gateway.Fleet.Resharding;

namespace Vexera.Core.Dispatch.Merging;

/// <summary>All guilds, dealt to lanes.</summary>
/// <param name="timing">The horizon and the clock.</param>
internal sealed class MergeLanes(ReshardTiming timing)
{
    private const int LaneCount = 256;
    private const int LaneBound = 4096;
    private readonly MergeLane[] _lanes =
        [.. Enumerable.Range(0, LaneCount).Select(_ => new MergeLane(LaneBound, timing))];

    /// <summary>How many events the new side brought and the old one did not. Only while the caller holds all turns.</summary>
    public int NewAhead => _lanes.Sum(lane => lane.NewAhead);

    /// <summary>The lane of a guild, or of a channel outside of guilds.</summary>
    public MergeLane Of(Snowflake id) => _lanes[(id.Value >> 22) % LaneCount];

    /// <summary>Takes the turn of every lane. Pair with <see cref="LeaveAll"/>.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; no turn is held.</exception>
    public async Task EnterAllAsync(CancellationToken cancellationToken)
    {
        var entered = 0;
        try
        {
            for (; entered < LaneCount; entered++)
                await _lanes[entered].Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            foreach (var lane in _lanes.Take(entered))
                lane.Turn.Release();
            throw;
        }
    }

    /// <summary>Gives back every turn.</summary>
    public void LeaveAll()
    {
        foreach (var lane in _lanes)
            lane.Turn.Release();
    }

    /// <summary>Notes the guilds that a READY lists.</summary>
    /// <param name="ready">Its payload in UTF-8 JSON.</param>
    /// <param name="at">When it came: a timestamp of the clock.</param>
    /// <param name="cancellationToken">Ends the wait for turns.</param>
    /// <returns>How many of them were not listed before.</returns>
    public async Task<int> ListAsync(ReadOnlyMemory<byte> ready, long at, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(ready);
        if (!json.RootElement.TryGetProperty("guilds"u8, out var guilds))
            return 0;
        var added = 0;
        foreach (var guild in guilds.EnumerateArray())
        {
            if (!guild.TryGetProperty("id"u8, out var id) || !ulong.TryParse(id.GetString(), out var value))
                continue;
            var lane = Of(new Snowflake(value));
            await lane.Turn.WaitAsync(cancellationToken);
            added += lane.Listed.ContainsKey(new Snowflake(value)) ? 0 : 1;
            lane.Listed[new Snowflake(value)] = at;
            lane.Turn.Release();
        }

        return added;
    }

    /// <summary>The guilds that were listed and were not sent yet.</summary>
    public async Task<IReadOnlyList<Snowflake>> ListedAsync(CancellationToken cancellationToken)
    {
        await EnterAllAsync(cancellationToken);
        try
        {
            return [.. _lanes.SelectMany(lane => lane.Listed.Keys)];
        }
        finally
        {
            LeaveAll();
        }
    }
}
