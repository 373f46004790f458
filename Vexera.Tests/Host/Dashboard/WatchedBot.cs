using System.Text.RegularExpressions;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>Starts the built bot with its dashboard.</summary>
internal static partial class WatchedBot
{
    /// <summary>Starts it.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="settings">What is set besides, as in the environment.</param>
    /// <returns>The dashboard's address.</returns>
    public static async Task<Uri> StartWithDashboardAsync(this BotOnSandbox bot, params (string Name, string Value)[] settings)
    {
        await bot.StartAsync([("Dashboard__Enabled", "true"), ("Dashboard__Urls", "http://127.0.0.1:0"), .. settings]);
        await bot.Process.WaitForOutAsync("The dashboard is at");
        return new Uri(Address().Match(bot.Process.Out).Groups[1].Value);
    }

    [GeneratedRegex("The dashboard is at (http://127\\.0\\.0\\.1:\\d+/)")]
    private static partial Regex Address();
}
