using Vexera.Core.State;
using Vexera.Host.Dashboard;

namespace Vexera.Host.Cli;

/// <summary>Tells where to meet the bot once it hears what is said there, and not before.</summary>
/// <param name="self">Known from the bot's first session on.</param>
/// <param name="dashboard">Its address is told too.</param>
/// <param name="terminal">Where to speak.</param>
/// <param name="line">What to say.</param>
internal sealed class BotWelcome(ISelf self, DashboardServer dashboard, Terminal terminal, string line) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await self.WaitUntilKnownAsync(stoppingToken);
        terminal.Out.WriteLine(line);
        if (await dashboard.Address.WaitAsync(stoppingToken) is { } address)
            terminal.Out.WriteLine(CliText.SandboxDashboard.With(address));
    }
}
