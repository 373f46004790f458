namespace Vexera.Core.Monitoring.Sampling;

/// <summary>What the operating system and .NET say of the process at one moment.</summary>
/// <param name="CpuTime">Processor time used since the process began.</param>
/// <param name="CpuLimit">Cores that the process may use.</param>
/// <param name="MemoryBytes">Bytes in memory.</param>
/// <param name="MemoryLimitBytes">Bytes it may have: the machine's, or a container's limit.</param>
/// <param name="HeapBytes">Bytes of the managed heap.</param>
/// <param name="ThreadPoolThreads">Threads of the pool.</param>
/// <param name="ThreadPoolQueue">Work that waits for one.</param>
/// <param name="Gen2Collections">Collections of the oldest generation since the process began.</param>
/// <param name="OpenHandles">Open handles.</param>
internal sealed record ProcessReading(
    TimeSpan CpuTime,
    double CpuLimit,
    long MemoryBytes,
    long MemoryLimitBytes,
    long HeapBytes,
    int ThreadPoolThreads,
    long ThreadPoolQueue,
    int Gen2Collections,
    int OpenHandles);

/// <summary>Reads the process.</summary>
internal interface IProcessFigures
{
    /// <summary>The figures now.</summary>
    ProcessReading Read();
}
