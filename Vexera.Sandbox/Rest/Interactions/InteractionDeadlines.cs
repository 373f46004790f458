using System.Collections.Concurrent;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>
/// Gives up on interactions that the application leaves alone: three seconds for a first answer unless set, fifteen minutes for what follows.
/// </summary>
/// <seealso href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback"/>
internal sealed class InteractionDeadlines(SandboxWorld world, SandboxOptions options) : IDisposable
{
    /// <summary>How long the token opens anything.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(ulong Id, InteractionState State), ITimer> _timers = [];

    private TimeSpan FirstAnswer => options.Rest.FirstAnswer;

    /// <summary>Whether the first answer may still come.</summary>
    public bool IsOpen(Interaction interaction, DateTimeOffset now) => now - interaction.CreatedAt <= FirstAnswer;

    /// <summary>Whether the token has outlived its use.</summary>
    public static bool IsSpent(Interaction interaction, DateTimeOffset now) => now - interaction.CreatedAt > TokenLife;

    /// <summary>The person is told when the interaction stays in its present state for too long.</summary>
    public void Watch(Interaction interaction)
    {
        var left = interaction.CreatedAt + (interaction.State == InteractionState.Waiting ? FirstAnswer : TokenLife) - world.Now;
        var key = (interaction.Id, interaction.State);
        _timers[key] = world.Clock.CreateTimer(_ => Expire(key), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        foreach (var timer in _timers.Values)
            timer.Dispose();
    }

    private void Expire((ulong Id, InteractionState State) key)
    {
        if (_timers.TryRemove(key, out var timer))
            timer.Dispose();

        world.Atomically(() =>
        {
            if (world.Interactions.Find(key.Id) is not { } interaction || interaction.State != key.State)
                return false;

            var failed = world.Interactions.Change(key.Id, now => now with { State = InteractionState.Failed });
            world.Publish(InteractionNotices.Failed(failed));
            return true;
        });
    }
}
