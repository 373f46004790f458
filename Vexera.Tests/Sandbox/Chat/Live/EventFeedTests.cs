using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Vexera.Sandbox.Chat.Live;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Chat.Live;

public sealed class EventFeedTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeWorld _world = new();
    private readonly Channel<int> _batches = System.Threading.Channels.Channel.CreateUnbounded<int>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Burst_AfterTheFirst_ArrivesAsOneBatchWhenThePauseEnds()
    {
        await using var feed = Start();
        _world.Happen();
        (await _batches.Reader.ReadAsync(Cancel)).ShouldBe(1);

        for (var i = 0; i < 100; i++) _world.Happen();
        var next = _batches.Reader.ReadAsync(Cancel).AsTask();
        while (!next.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        (await next).ShouldBe(100);
    }

    [Fact]
    public async Task Dispose_Always_StopsListening()
    {
        var feed = Start();

        await feed.DisposeAsync();

        _world.Listeners.ShouldBe(0);
    }

    private EventFeed Start() => new(_world, _time, batch =>
    {
        _batches.Writer.TryWrite(batch.Count);
        return Task.CompletedTask;
    });

    private sealed class FakeWorld : IChatWorld
    {
        private Action<WorldEvent>? _listener;

        public int Listeners => _listener?.GetInvocationList().Length ?? 0;

        public IReadOnlyList<Persona> People => [];

        public IReadOnlyList<Guild> GuildsOf(ulong userId) => [];

        public IReadOnlyList<Vexera.Sandbox.World.Model.Channel> DirectsOf(ulong userId) => [];

        public Guild? FindGuild(ulong id) => null;

        public User? FindUser(ulong id) => null;

        public IDisposable Listen(Action<WorldEvent> listener)
        {
            _listener += listener;
            return new End(() => _listener -= listener);
        }

        public void Happen() => _listener?.Invoke(new WorldEvent("X", (_, _) => { }));

        private sealed class End(Action act) : IDisposable
        {
            public void Dispose() => act();
        }
    }
}
