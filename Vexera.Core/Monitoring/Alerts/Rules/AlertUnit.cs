using System.Globalization;

namespace Vexera.Core.Monitoring.Alerts.Rules;

/// <summary>What a rule's figure is measured in.</summary>
internal enum AlertUnit
{
    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Megabytes of 1,048,576 bytes.</summary>
    Megabytes,

    /// <summary>A number of something.</summary>
    Number,
}

/// <summary>Writes figures for people.</summary>
internal static class AlertUnits
{
    /// <summary>The figure with its unit, such as <c>87 %</c>, <c>2.5 s</c> or <c>1,024 MB</c>.</summary>
    public static string Write(this AlertUnit unit, double value) => unit.Write(value, CultureInfo.InvariantCulture);

    /// <summary>The figure with its unit, with numbers as a language writes them.</summary>
    public static string Write(this AlertUnit unit, double value, CultureInfo culture) => unit switch
    {
        AlertUnit.Share => string.Create(culture, $"{value * 100:0} %"),
        AlertUnit.Seconds => string.Create(culture, $"{value:#,0.##} s"),
        AlertUnit.Megabytes => string.Create(culture, $"{value:#,0} MB"),
        _ => string.Create(culture, $"{value:#,0.#}"),
    };
}
