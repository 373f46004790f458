using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Components;
using Vexera.Core.Commands.Components.Confirmations;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Basics;

namespace Vexera.Tests.Commands.Components.Confirmations;

/// <summary>A command that asks before it acts, for tests.</summary>
internal sealed class WipeCommand(ConfirmationPrompts prompts, WipeLog log) : IConfirmableCommand
{
    public static CommandDefinition Definition { get; } = TestCommands.Definition("wipe") with { DefaultPermission = Permission.ManageGuild };

    public static CommandRig Rig(WipeLog log, CommandRig? before = null) => new(
        services => services.AddSingleton(log).AddCommand<WipeCommand>("Test").AddConfirmation<WipeCommand>(), before);

    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        prompts.AskAsync(context, new Confirmation(BasicsText.PingDescription, "everything"), cancellationToken);

    public async ValueTask<Reply> ConfirmedAsync(CommandContext context, string payload, CancellationToken cancellationToken)
    {
        log.Calls.Enqueue((context.Call, payload, context.User.Id));
        await log.Work(cancellationToken);
        return new Reply($"wiped {payload}");
    }
}

/// <summary>What was wiped.</summary>
internal sealed class WipeLog
{
    public System.Collections.Concurrent.ConcurrentQueue<(string Call, string Payload, Vexera.Core.Discord.Snowflake User)> Calls { get; } = [];

    /// <summary>What wiping takes.</summary>
    public Func<CancellationToken, Task> Work { get; set; } = _ => Task.CompletedTask;
}
