using System.Runtime.InteropServices;

namespace Vexera.Host.Drills.Reporting;

/// <summary>What the figures were measured on. Names no host and no user.</summary>
internal static class Machine
{
    private const string CpuFile = "/proc/cpuinfo";

    /// <summary>Such as <c>2 × AMD EPYC 7763, 24 GB, Debian 12, .NET 10.0.12 (linux-x64)</c>.</summary>
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return FormattableString.Invariant(
            $"{Environment.ProcessorCount} × {Cpu()}, {memory:0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription} ({RuntimeInformation.RuntimeIdentifier})");
    }

    private static string Cpu()
    {
        var model = File.Exists(CpuFile)
            ? File.ReadLines(CpuFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : null;
        return model ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
