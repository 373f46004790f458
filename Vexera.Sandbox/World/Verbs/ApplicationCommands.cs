using System.Collections.Immutable;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Registered commands, global and for single guilds.</summary>
internal sealed class ApplicationCommands(WorldState state)
{
    private ImmutableList<ApplicationCommand> _all = [];

    public ApplicationCommand? Find(ulong id) => _all.Find(command => command.Id == id);

    public ApplicationCommand Get(ulong id) => Find(id) ?? throw WorldException.UnknownCommand();

    /// <summary>An application's commands of one scope; a null guild is the global one.</summary>
    public IEnumerable<ApplicationCommand> Of(ulong applicationId, ulong? guildId) =>
        _all.Where(command => command.ApplicationId == applicationId && command.GuildId == guildId);

    /// <summary>All commands that members of a guild can use, of the applications whose bot is there.</summary>
    public IEnumerable<ApplicationCommand> In(ulong guildId) =>
        _all.Where(command => (command.GuildId is null || command.GuildId == guildId) && state.Guilds.IsMember(guildId, command.ApplicationId));

    /// <summary>Registers a command, replacing the one of the same name, type and scope, which keeps its id.</summary>
    public ApplicationCommand Register(ApplicationCommand draft)
    {
        lock (state.Gate)
        {
            var same = _all.Find(command => IsSame(command, draft));
            var command = draft with { Id = same?.Id ?? state.Ids.Next(), Version = state.Ids.Next() };
            _all = same is null ? _all.Add(command) : _all.Replace(same, command);
            return command;
        }
    }

    public ApplicationCommand Update(ulong id, Func<ApplicationCommand, ApplicationCommand> change)
    {
        lock (state.Gate)
        {
            var before = Get(id);
            var after = change(before) with { Version = state.Ids.Next() };
            _all = _all.Replace(before, after);
            return after;
        }
    }

    /// <summary>Makes the scope hold exactly these commands.</summary>
    public ImmutableArray<ApplicationCommand> Overwrite(ulong applicationId, ulong? guildId, IEnumerable<ApplicationCommand> drafts)
    {
        lock (state.Gate)
        {
            ImmutableArray<ApplicationCommand> registered = [.. drafts.Select(Register)];
            _all = _all.RemoveAll(command => command.ApplicationId == applicationId && command.GuildId == guildId && !registered.Contains(command));
            return registered;
        }
    }

    public void Delete(ulong id)
    {
        lock (state.Gate)
        {
            _all = _all.Remove(Get(id));
        }
    }

    private static bool IsSame(ApplicationCommand one, ApplicationCommand other) =>
        one.ApplicationId == other.ApplicationId && one.GuildId == other.GuildId && one.Type == other.Type && one.Name == other.Name;
}
