using System.Globalization;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>The settings of Vexera that a contender is run with; the rest is as it comes.</summary>
internal static class ContenderSettings
{
    /// <summary>By path.</summary>
    public static Dictionary<string, string?> Of(ContenderSetup setup)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Discord:Token"] = setup.Token,
            ["Discord:ApiBaseUrl"] = setup.Api.AbsoluteUri,
            ["Gateway:Compression"] = setup.Compression,
            ["Dashboard:Urls"] = "http://127.0.0.1:0",
            ["NLog:variables:consoleLevel"] = "Off",
        };
        if (setup.StatsdHost is { } statsd)
        {
            settings["Telemetry:StatsD:Host"] = statsd;
            settings["Telemetry:StatsD:Port"] = setup.StatsdPort.ToString(CultureInfo.InvariantCulture);
            settings["Telemetry:StatsD:Interval"] = "00:00:01";
        }

        if (setup.FreshnessSeconds > 0)
            settings["Net:Freshness"] = TimeSpan.FromSeconds(setup.FreshnessSeconds).ToString("c", CultureInfo.InvariantCulture);
        return settings;
    }
}
