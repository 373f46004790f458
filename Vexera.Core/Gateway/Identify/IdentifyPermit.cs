namespace Vexera.Core.Gateway.Identify;

/// <summary>The right to send one IDENTIFY now. Dispose it soon: others wait behind it.</summary>
/// <param name="close">Called once, with whether the IDENTIFY was sent.</param>
internal sealed class IdentifyPermit(Action<bool> close) : IDisposable
{
    private Action<bool>? _close = close;

    /// <summary>The IDENTIFY went out: the bucket's 5 seconds begin now.</summary>
    public void Sent() => Interlocked.Exchange(ref _close, null)?.Invoke(true);

    /// <summary>Gives the permit back, unless it was used.</summary>
    public void Dispose() => Interlocked.Exchange(ref _close, null)?.Invoke(false);
}
