using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;

namespace Vexera.Core.Commands.Checks;

/// <summary>Everything a call must pass, in order; the first that fails decides the answer.</summary>
internal sealed class CommandChecks(
    GuildOnlyCheck guildOnly,
    SwitchedOnCheck switchedOn,
    PermissionCheck permission,
    CooldownCheck cooldown,
    ArgumentsCheck arguments,
    TargetFoundCheck targetFound,
    CallerHierarchyCheck callerHierarchy,
    BotPermissionCheck botPermission,
    BotHierarchyCheck botHierarchy)
{
    private readonly ICommandCheck[] _access = [guildOnly, switchedOn, permission];
    private readonly ICommandCheck[] _call = [cooldown, arguments, targetFound, callerHierarchy, botPermission, botHierarchy];

    /// <summary>Why the call is refused; null when it may go ahead, its arguments and its target filled in.</summary>
    public async ValueTask<Refusal?> CheckCallAsync(CommandContext context, CancellationToken cancellationToken) =>
        await CheckAccessAsync(context, cancellationToken) ?? await FirstAsync(_call, context, cancellationToken);

    /// <summary>Whether the caller may use the command at all, whatever the arguments; what the help goes by.</summary>
    public async ValueTask<bool> MayUseAsync(CommandContext context, CancellationToken cancellationToken) =>
        await CheckAccessAsync(context, cancellationToken) is null;

    /// <summary>Why the caller may not use the command at all, whatever the arguments; null when nothing stands in the way.</summary>
    public ValueTask<Refusal?> CheckAccessAsync(CommandContext context, CancellationToken cancellationToken) =>
        FirstAsync(_access, context, cancellationToken);

    /// <summary>Those of some commands that the caller may use, in their order.</summary>
    public async ValueTask<IReadOnlyList<CommandEntry>> UsableAsync(
        IEnumerable<CommandEntry> commands, CommandContext context, CancellationToken cancellationToken)
    {
        var usable = new List<CommandEntry>();
        foreach (var command in commands)
        {
            if (await MayUseAsync(context with { Command = command }, cancellationToken))
                usable.Add(command);
        }

        return usable;
    }

    private static async ValueTask<Refusal?> FirstAsync(ICommandCheck[] checks, CommandContext context, CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            if (await check.CheckAsync(context, cancellationToken) is { } refusal)
                return refusal;
        }

        return null;
    }
}
