namespace Vexera.Sandbox.World.Demo;

/// <summary>
/// Ids of what was there from the beginning. The millisecond of an id is the number of its guild, so guilds spread over any
/// number of shards evenly and the guild of a channel can be read from the channel's id; the low bits say which thing it is.
/// </summary>
internal static class WorldIds
{
    private const int TimeShift = 22;
    private const int KindShift = 16;
    private const ulong IndexMask = (1UL << KindShift) - 1;
    private const ulong KindMask = 0x3F;

    /// <summary>When the guild with the number 0 was made.</summary>
    public static DateTimeOffset FirstMoment { get; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ulong FirstMillisecond = Snowflakes.First(FirstMoment) >> TimeShift;

    public static ulong Guild(int number) => Of(number, WorldIdKind.Guild, 0);

    /// <param name="number">The guild's number; negative for what belongs to no guild.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="index">Which one, 0 to 65,535.</param>
    public static ulong Of(int number, WorldIdKind kind, ushort index) =>
        ((ulong)((long)FirstMillisecond + number) << TimeShift) | ((ulong)kind << KindShift) | index;

    /// <summary>The number of the guild that an id belongs to; out of range for an id that was made later.</summary>
    public static long NumberOf(ulong id) => (long)((id >> TimeShift) - FirstMillisecond);

    /// <summary>What is left of the moment of a guild's birth, in milliseconds, when it is divided.</summary>
    public static int Remainder(int number, int divisor) => (int)(((long)FirstMillisecond + number) % divisor);

    public static WorldIdKind KindOf(ulong id) => (WorldIdKind)((id >> KindShift) & KindMask);

    public static int IndexOf(ulong id) => (int)(id & IndexMask);
}

internal enum WorldIdKind
{
    Guild = 0,
    Channel = 1,
    Role = 2,
    User = 3,
}
