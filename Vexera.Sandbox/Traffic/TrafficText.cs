using System.Globalization;
using System.Text;
using Vexera.Sandbox.World.Generated;

namespace Vexera.Sandbox.Traffic;

/// <summary>
/// What numbered messages say: <c>traffic 17 </c>, then words up to a length. The words repeat no sooner than a compressor
/// forgets, so that messages compress about as well as what people write.
/// </summary>
internal sealed class TrafficText
{
    /// <summary>What each message begins with; its number follows.</summary>
    public const string Prefix = "traffic ";

    private const int PoolLength = 512 * 1024;
    private const int Syllables = 40;
    private readonly string _pool;

    /// <param name="seed">The words follow from it.</param>
    public TrafficText(int seed)
    {
        var random = new SeededRandom(seed, number: -1);
        var pool = new StringBuilder(PoolLength);
        while (pool.Length < PoolLength)
        {
            for (var syllables = 1 + random.Below(3); syllables > 0; syllables--)
            {
                var syllable = random.Below(Syllables) * random.Below(Syllables) / Syllables;
                pool.Append("bdfgklmnprstvhwz"[syllable % 16]).Append("aeiou"[syllable % 5]);
            }

            pool.Append(' ');
        }

        _pool = pool.ToString();
    }

    /// <summary>The text of a message.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="length">How many letters it has; never fewer than it takes to say the number.</param>
    public string Of(long number, int length)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number} ");
        var words = Math.Min(length - head.Length, PoolLength / 2);
        return words <= 0 ? head : string.Concat(head, _pool.AsSpan((int)(number * 2_017 % (PoolLength / 2)), words));
    }
}
