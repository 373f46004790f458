using System.Diagnostics;

namespace Vexera.Core.Monitoring.Sampling;

/// <summary>Reads this process. Counting handles means listing them, so that is done only now and then.</summary>
internal sealed class ProcessFigures : IProcessFigures
{
    private const int HandlesEvery = 6;
    private const string LinuxHandles = "/proc/self/fd";

    private int _reads;
    private int _handles;

    /// <inheritdoc/>
    public ProcessReading Read() => new(
        OperatingSystem.IsWindows() || OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() ? Environment.CpuUsage.TotalTime : TimeSpan.Zero,
        Environment.ProcessorCount,
        Environment.WorkingSet,
        GC.GetGCMemoryInfo(GCKind.Any).TotalAvailableMemoryBytes,
        GC.GetTotalMemory(forceFullCollection: false),
        ThreadPool.ThreadCount,
        ThreadPool.PendingWorkItemCount,
        GC.CollectionCount(GC.MaxGeneration),
        Handles());

    private int Handles()
    {
        if (_reads++ % HandlesEvery == 0)
            _handles = CountHandles();
        return _handles;
    }

    // .NET reads all about all threads of the process for it, which takes milliseconds.
    private static int CountHandles()
    {
        if (OperatingSystem.IsLinux() && Directory.Exists(LinuxHandles))
            return Directory.EnumerateFileSystemEntries(LinuxHandles).Count();
        using var process = Process.GetCurrentProcess();
        return process.HandleCount;
    }
}
