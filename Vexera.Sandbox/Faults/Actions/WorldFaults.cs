using Vexera.Sandbox.Control;
using Vexera.Sandbox.Gateway;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Sandbox.Faults.Actions;

/// <summary>Outages of guilds and the day's budget of session starts.</summary>
internal sealed class WorldFaults(SandboxWorld world, SessionBudget budget)
{
    public IReadOnlyDictionary<string, Action<ControlBody>> Kinds => new Dictionary<string, Action<ControlBody>>
    {
        ["outage"] = body => SetUnavailable(body, unavailable: true),
        ["outage-end"] = body => SetUnavailable(body, unavailable: false),
        ["session-budget"] = SetBudget,
    };

    /// <summary>Ends every outage.</summary>
    public void Clear()
    {
        foreach (var guildId in world.Guilds.Ids.Where(world.Guilds.IsUnavailable).ToArray())
        {
            world.Guilds.SetUnavailable(guildId, unavailable: false);
        }
    }

    private void SetUnavailable(ControlBody body, bool unavailable)
    {
        var (ids, skip, most) = (body.Ids("guilds"), body.Number("skip", 0, int.MaxValue) ?? 0, body.Number("count", 1, int.MaxValue));
        body.RefuseUnknown();
        var guilds = ids?.AsEnumerable() ?? world.Guilds.Ids.Skip(skip).Where(id => world.Guilds.IsUnavailable(id) != unavailable);
        foreach (var guildId in guilds.Take(most ?? int.MaxValue).ToArray())
        {
            world.Guilds.SetUnavailable(guildId, unavailable);
        }
    }

    private void SetBudget(ControlBody body)
    {
        var remaining = body.Number("remaining", 0, int.MaxValue) ?? throw new ControlException("\"remaining\" is needed.");
        var resetAfter = body.Milliseconds("resetAfterMs");
        body.RefuseUnknown();
        budget.Set(DemoWorld.BotId, remaining, resetAfter);
    }
}
