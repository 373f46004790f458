using System.Diagnostics;
using System.Globalization;

namespace Vexera.Host.Drills.Processes;

/// <summary>What a process has used at one moment.</summary>
/// <param name="Cpu">Processor time of all its threads since its start.</param>
/// <param name="ResidentBytes">Memory that is in RAM, shared pages included.</param>
internal readonly record struct ProcessSample(TimeSpan Cpu, long ResidentBytes)
{
    private const double BytesPerMegabyte = 1024 * 1024;

    /// <summary><see cref="ResidentBytes"/> in MB of 1,048,576 bytes.</summary>
    public double ResidentMegabytes => ResidentBytes / BytesPerMegabyte;

    /// <summary>Looks at a process that is still running.</summary>
    public static ProcessSample Of(Process process)
    {
        process.Refresh();
        return new ProcessSample(process.TotalProcessorTime, Resident(process));
    }

    // Linux keeps the quick count in /proc/PID/stat only roughly; smaps_rollup is counted when it is read.
    private static long Resident(Process process)
    {
        var exact = $"/proc/{process.Id}/smaps_rollup";
        if (!File.Exists(exact))
            return process.WorkingSet64;
        var line = File.ReadLines(exact).First(line => line.StartsWith("Rss:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan("Rss:".Length, line.Length - "Rss:".Length - "kB".Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
    }
}
