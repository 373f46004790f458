using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Stats;

/// <summary>What the bot has said, in order and numbered from 1; the oldest of very many fall away.</summary>
internal sealed class BotMessages : IDisposable
{
    private const int MostKept = 100_000;
    private readonly Lock _access = new();
    private readonly Queue<(long Number, Message Message)> _said = [];
    private readonly IDisposable _subscription;
    private long _number;

    public BotMessages(SandboxWorld world) => _subscription = world.Subscribe(Hear);

    /// <summary>What was said after a number.</summary>
    public IReadOnlyList<(long Number, Message Message)> Since(long number)
    {
        lock (_access)
        {
            return [.. _said.Where(one => one.Number > number)];
        }
    }

    public void Dispose() => _subscription.Dispose();

    private void Hear(WorldEvent happened)
    {
        if (happened is not { Name: "MESSAGE_CREATE", Subject: Message message } || message.Author.Id != DemoWorld.BotId)
        {
            return;
        }

        lock (_access)
        {
            _said.Enqueue((++_number, message));
            if (_said.Count > MostKept)
            {
                _said.Dequeue();
            }
        }
    }
}
