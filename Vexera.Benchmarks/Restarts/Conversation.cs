using System.Collections.Concurrent;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Benchmarks.Restarts;

/// <summary>People call a command in many guilds, and each answer is counted: what people see is what counts.</summary>
internal sealed class Conversation : IDisposable
{
    private const string Call = "+ping";
    private readonly SandboxWorld _world;
    private readonly ulong _botId;
    private readonly IDisposable _subscription;
    private readonly ConcurrentDictionary<ulong, int> _answers = [];
    private readonly (ulong Channel, User Person)[] _places;

    /// <param name="world">Where they are.</param>
    /// <param name="botId">Who is called.</param>
    /// <param name="guilds">In how many guilds.</param>
    public Conversation(SandboxWorld world, ulong botId, int guilds)
    {
        (_world, _botId) = (world, botId);
        _places = [.. world.Guilds.Of(botId).Take(guilds).Select(id => world.Guilds.Get(id)).Select(PlaceIn)];
        _subscription = world.Subscribe(Hear);
    }

    /// <summary>How many calls there were.</summary>
    public int Asked => _answers.Count;

    /// <summary>Calls without an answer.</summary>
    public int Unanswered => _answers.Count(one => one.Value == 0);

    /// <summary>Answers beyond the first of a call.</summary>
    public int Doubled => _answers.Values.Sum(answers => Math.Max(0, answers - 1));

    /// <summary>Somebody calls.</summary>
    public void Ask(Random random)
    {
        var (channel, person) = _places[random.Next(_places.Length)];
        var id = _world.Messages.Create(channel, person, new MessageDraft { Content = Call }).Id;
        _answers.TryAdd(id, 0);
    }

    public void Dispose() => _subscription.Dispose();

    private static (ulong, User) PlaceIn(Guild guild) => (
        guild.ChannelsInOrder.First(channel => channel.Type == ChannelType.Text).Id,
        guild.Members.Values.First(member => member.User.Id == guild.OwnerId).User);

    private void Hear(WorldEvent happened)
    {
        if (happened.Subject is Message { Reference.MessageId: { } asked } message && message.Author.Id == _botId
            && happened.Name == "MESSAGE_CREATE")
            _answers.AddOrUpdate(asked, 1, static (_, answers) => answers + 1);
    }
}
