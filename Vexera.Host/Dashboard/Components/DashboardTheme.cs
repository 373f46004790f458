using MudBlazor;

namespace Vexera.Host.Dashboard.Components;

/// <summary>Letters and shapes of MudBlazor's parts. Their colours come from frame.css, which knows dark and light without asking the server.</summary>
internal static class DashboardTheme
{
    private static readonly string[] Letters =
        ["ui-sans-serif", "system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Ubuntu", "Cantarell", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Letters },
            Button = new ButtonTypography { FontFamily = Letters, TextTransform = "none" },
        },
    };
}
