namespace Vexera.Sandbox.World.Generated;

/// <summary>Numbers that look random and follow from a seed and a guild's number (SplitMix64).</summary>
internal struct SeededRandom(int seed, int number)
{
    private ulong _state = ((ulong)(uint)seed << 32) ^ ((ulong)(uint)number * 0x9E3779B97F4A7C15UL);

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 ≤ x &lt; 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 ≤ x &lt; <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A whole number whose logarithm is normally distributed: most near the median, a few very large.</summary>
    public int LogNormal(double median, double sigma, int least, int most)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - Fraction())) * Math.Cos(2 * Math.PI * Fraction());
        return (int)Math.Clamp(median * Math.Exp(sigma * normal), least, most);
    }
}
