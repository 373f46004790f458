using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Gateway.Identify;

/// <summary>The budget as this process knows it.</summary>
internal sealed class SessionBudget(IOptions<GatewayOptions> options, TimeProvider time, ILogger<SessionBudget> logger) : ISessionBudget
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly Lock _sync = new();
    private int _total = int.MaxValue;
    private int _remaining = int.MaxValue;
    private long _renewedAt = time.GetTimestamp();
    private TimeSpan _lasts = Day;
    private bool _told;

    private int Reserve => Math.Min(options.Value.IdentifyReserve, _total / 10);

    /// <inheritdoc/>
    public void Renew(SessionStartLimit limit)
    {
        lock (_sync)
            Set(limit.Total, limit.Remaining, TimeSpan.FromMilliseconds(Math.Max(0, limit.ResetAfter)));
    }

    /// <inheritdoc/>
    public async ValueTask TakeAsync(CancellationToken cancellationToken)
    {
        while (TryTake() is { } wait)
            await Task.Delay(wait, time, cancellationToken);
    }

    /// <inheritdoc/>
    public void GiveBack()
    {
        lock (_sync)
            _remaining = Math.Min(_total, _remaining + 1);
    }

    // How long to wait before the next try, or null when one was taken.
    private TimeSpan? TryTake()
    {
        lock (_sync)
        {
            var rest = _lasts - time.GetElapsedTime(_renewedAt);
            if (rest <= TimeSpan.Zero)
            {
                Set(_total, _total, Day);
                rest = Day;
            }

            if (_remaining > Reserve)
            {
                _remaining--;
                return null;
            }

            if (!_told)
                GatewayLog.BudgetLow(logger, _remaining, _total, rest);
            _told = true;
            return rest;
        }
    }

    private void Set(int total, int remaining, TimeSpan lasts)
    {
        _total = total;
        _remaining = remaining;
        _lasts = lasts;
        _renewedAt = time.GetTimestamp();
        _told = false;
    }
}
