namespace Vexera.Core.Gateway.Transport;

/// <summary>How a connection ended.</summary>
/// <param name="Code">The close code, or null when it broke without one.</param>
/// <param name="Reason">What the other side, or the failure, said.</param>
internal sealed record Closure(int? Code, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Code is { } code ? Reason.Length > 0 ? $"{code} {Reason}" : $"{code}" : Reason;
}
