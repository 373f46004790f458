using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>support</c>: where to get help with the bot.</summary>
internal sealed class SupportCommand(IOptionsMonitor<BasicsOptions> options) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "support",
        Category = BasicsModule.Category,
        Description = BasicsText.SupportDescription,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.Say(options.CurrentValue.SupportUrl is { } link ? BasicsText.SupportAnswer(link) : BasicsText.SupportNone));
}
