using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Parsing;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Execution;

/// <summary>Finds the command that a call names, one word or two.</summary>
/// <param name="catalog">The commands there are.</param>
/// <param name="unknown">Answers for a name that is none.</param>
/// <param name="groups">Answers for a group without one of its commands.</param>
internal sealed class CommandRoutes(CommandCatalog catalog, UnknownCommand unknown, GroupCommand groups)
{
    /// <summary>What a message calls.</summary>
    /// <param name="content">The whole message.</param>
    /// <param name="start">Where the prefix ends.</param>
    /// <param name="addressed">Whether the bot is meant for certain, so that an unknown name is answered too.</param>
    /// <returns>The command and what follows its name; null when the message is no call.</returns>
    public (CommandEntry Command, string Arguments)? OfMessage(string content, int start, bool addressed)
    {
        var line = CommandLine.Of(content, start);
        if (catalog.Find(line.Name) is { } command)
            return (command, line.Rest);
        if (catalog.FindGroup(line.Name) is not { } group)
            return addressed ? (unknown.For(line.Name), line.Rest) : null;
        var second = CommandLine.Of(line.Rest, 0);
        return catalog.Find($"{group.Name} {second.Name}") is { } sub ? (sub, second.Rest) : (groups.For(group, second.Name), second.Rest);
    }

    /// <summary>What an interaction calls, and the options given to it.</summary>
    public (CommandEntry Command, IReadOnlyList<InteractionOption> Options) OfInteraction(string name, IReadOnlyList<InteractionOption> options)
    {
        var sub = options is [{ Type: CommandOptionType.SubCommand } only] ? only : null;
        var fullName = sub is null ? name : $"{name} {sub.Name}";
        return (catalog.Find(fullName) ?? unknown.For(fullName), sub?.Options ?? options);
    }
}
