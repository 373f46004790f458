namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Measures what this process uses from a moment on.</summary>
internal readonly struct UsageMeter
{
    private readonly long _at;
    private readonly TimeSpan _cpu;
    private readonly long _allocated;
    private readonly int _gen0;
    private readonly int _gen2;

    private UsageMeter(long allocated)
    {
        _allocated = allocated;
        _gen0 = GC.CollectionCount(0);
        _gen2 = GC.CollectionCount(2);
        _cpu = Cpu();
        _at = TimeProvider.System.GetTimestamp();
    }

    /// <summary>Nothing used.</summary>
    public static Usage Nothing { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Begins.</summary>
    public static UsageMeter Start() => new(GC.GetTotalAllocatedBytes(precise: true));

    /// <summary>What was used since.</summary>
    public Usage Read()
    {
        var (wall, cpu) = (TimeProvider.System.GetElapsedTime(_at), Cpu() - _cpu);
        return new Usage(
            wall.TotalSeconds,
            cpu.TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - _allocated,
            GC.CollectionCount(0) - _gen0,
            GC.CollectionCount(2) - _gen2);
    }

    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;
}
