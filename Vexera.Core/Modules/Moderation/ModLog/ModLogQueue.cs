using System.Threading.Channels;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>
/// The guilds whose mod log is to be looked at, each once however many cases there are; what is to be shown is in the database.
/// One worker at a time has a guild, so that its messages come in order.
/// </summary>
internal sealed class ModLogQueue(ModLogChannel channel) : ICaseWatcher
{
    private readonly Lock _access = new();
    private readonly Dictionary<Snowflake, Place> _places = [];
    private readonly Channel<Snowflake> _waiting = Channel.CreateUnbounded<Snowflake>();

    private enum Place
    {
        Waiting,
        AtWork,
        AtWorkAndWaiting,
    }

    /// <summary>Whether no guild waits or is worked at.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_access)
                return _places.Count == 0;
        }
    }

    /// <inheritdoc/>
    public void OnChange(CaseChange change)
    {
        if (!channel.IsSurelyOff(change.Case.GuildId))
            Add(change.Case.GuildId);
    }

    /// <summary>Has a guild looked at; once more, if somebody is at it now.</summary>
    public void Add(Snowflake guildId)
    {
        lock (_access)
        {
            if (!_places.TryGetValue(guildId, out var place))
                Wait(guildId);
            else if (place == Place.AtWork)
                _places[guildId] = Place.AtWorkAndWaiting;
        }
    }

    /// <summary>Waits for a guild and takes it to work.</summary>
    public async Task<Snowflake> TakeAsync(CancellationToken cancellationToken)
    {
        var guild = await _waiting.Reader.ReadAsync(cancellationToken);
        lock (_access)
            _places[guild] = Place.AtWork;
        return guild;
    }

    /// <summary>Gives a guild back.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="again">Whether there is more to do now.</param>
    public void Release(Snowflake guildId, bool again)
    {
        lock (_access)
        {
            if (again || _places[guildId] == Place.AtWorkAndWaiting)
                Wait(guildId);
            else
                _places.Remove(guildId);
        }
    }

    private void Wait(Snowflake guildId)
    {
        _places[guildId] = Place.Waiting;
        _waiting.Writer.TryWrite(guildId);
    }
}
