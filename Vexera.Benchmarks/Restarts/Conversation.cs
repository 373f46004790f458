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
    private readonly Answers _answers = new(TimeProvider.System);
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
    public int Asked => _answers.Asked;

    /// <summary>Calls without an answer.</summary>
    public int Unanswered => _answers.Unanswered;

    /// <summary>Answers beyond the first of a call.</summary>
    public int Doubled => _answers.Doubled;

    /// <summary>How long each call that was answered waited for it, in seconds.</summary>
    public IReadOnlyList<double> Seconds => _answers.Seconds;

    /// <summary>Somebody calls.</summary>
    public void Ask(Random random)
    {
        var (channel, person) = _places[random.Next(_places.Length)];
        // The call is noted before anybody can answer it.
        _world.Atomically(() =>
        {
            var id = _world.Messages.Create(channel, person, new MessageDraft { Content = Call }).Id;
            _answers.NoteCall(id);
            return id;
        });
    }

    public void Dispose() => _subscription.Dispose();

    private static (ulong, User) PlaceIn(Guild guild) => (
        guild.ChannelsInOrder.First(channel => channel.Type == ChannelType.Text).Id,
        guild.Members.Values.First(member => member.User.Id == guild.OwnerId).User);

    private void Hear(WorldEvent happened)
    {
        if (happened.Subject is Message { Reference.MessageId: { } asked } message && message.Author.Id == _botId
            && happened.Name == "MESSAGE_CREATE")
            _answers.NoteAnswer(asked);
    }
}
