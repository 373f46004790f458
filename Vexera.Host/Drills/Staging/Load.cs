using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Staging;

/// <summary>Numbered messages and people's calls, which go on until they are paused.</summary>
/// <param name="sandbox">The simulator.</param>
/// <param name="people">The people.</param>
/// <param name="bot">The bot.</param>
/// <param name="rate">Numbered messages a second.</param>
internal sealed class Load(SandboxClient sandbox, People people, DrilledBot bot, int rate)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>The people.</summary>
    public People People => people;

    /// <summary>Begins, or goes on.</summary>
    /// <param name="guilds">In how many guilds messages are written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StartAsync(int guilds, CancellationToken cancellationToken)
    {
        await sandbox.StartTrafficAsync(new { eventsPerSecond = rate, guilds }, cancellationToken);
        people.IsQuiet = false;
    }

    /// <summary>Pauses, and waits until what was sent is handled and what was called is answered, or half a minute is over.</summary>
    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        people.IsQuiet = true;
        var sent = await sandbox.StopTrafficAsync(cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        while ((bot.Handled.Distinct < sent || people.Calls.Any(call => call.Answers.Count == 0)) && TimeProvider.System.GetElapsedTime(began) < Patience)
            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
    }
}
