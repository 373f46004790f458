namespace Vexera.Sandbox.World;

/// <summary>
/// Makes ids from the clock: with a manual clock the same calls make the same ids.
/// <see href="https://discord.com/developers/docs/reference#snowflakes"/>
/// </summary>
internal sealed class Snowflakes(TimeProvider clock)
{
    /// <summary>The bits of an id below its milliseconds.</summary>
    public const int TimeShift = 22;

    private const ulong IncrementMask = 0xFFF;
    private const ulong Worker = 1UL << 17;

    private ulong _last;

    /// <summary>Discord's first second.</summary>
    public static DateTimeOffset Epoch { get; } = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A new id, greater than every one before it. Callers hold the world's gate.</summary>
    public ulong Next()
    {
        var floor = First(clock.GetUtcNow()) | Worker;
        var next = _last + 1;
        if ((next & IncrementMask) == 0)
        {
            next = (((_last >> TimeShift) + 1) << TimeShift) | Worker;
        }

        return _last = Math.Max(floor, next);
    }

    /// <summary>The smallest id of a moment.</summary>
    public static ulong First(DateTimeOffset moment) => (ulong)(moment - Epoch).TotalMilliseconds << TimeShift;

    /// <summary>When an id was made.</summary>
    public static DateTimeOffset TimeOf(ulong id) => Epoch.AddMilliseconds(id >> TimeShift);
}
