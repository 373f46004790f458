using MudBlazor;

namespace Vexera.Sandbox.Chat;

/// <summary>The page's colours and letters for MudBlazor's parts; the others take the same ones from chat.css.</summary>
internal static class ChatTheme
{
    private static readonly string[] Letters =
        ["ui-sans-serif", "system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Ubuntu", "Cantarell", "sans-serif", "Noto Color Emoji"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteDark = new PaletteDark
        {
            Primary = "#4fc3a1",
            PrimaryContrastText = "#06140f",
            Background = "#171b20",
            BackgroundGray = "#1d2228",
            Surface = "#1f252c",
            TextPrimary = "#e8ebee",
            TextSecondary = "#a3adb8",
            LinesInputs = "#4b5663",
            LinesDefault = "#2c343d",
            Divider = "#2c343d",
            ActionDefault = "#a3adb8",
            Error = "#ff8a80",
        },
        PaletteLight = new PaletteLight
        {
            Primary = "#0b7a5c",
            Background = "#ffffff",
            BackgroundGray = "#f4f6f7",
            Surface = "#ffffff",
            TextPrimary = "#182028",
            TextSecondary = "#55606c",
            LinesInputs = "#8a95a1",
            LinesDefault = "#dde2e6",
            Divider = "#dde2e6",
            ActionDefault = "#55606c",
            Error = "#b3261e",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = Letters }, Button = new ButtonTypography { FontFamily = Letters, TextTransform = "none" } },
    };
}
