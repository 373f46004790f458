using System.Security.Cryptography;

namespace Vexera.Core.Net;

/// <summary>Randomness of the operating system.</summary>
internal sealed class SystemJitter : IJitter
{
    /// <inheritdoc/>
    public double Next() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;
}
