using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Modules.Basics;

namespace Vexera.Tests.Commands;

/// <summary>Commands that exist for a test only.</summary>
internal static class TestCommands
{
    /// <summary>A definition to be changed with <c>with</c>.</summary>
    public static CommandDefinition Definition(string name = "test", params Argument[] arguments) => new()
    {
        Name = name,
        Category = BasicsModule.Category,
        Description = BasicsText.PingDescription,
        Arguments = arguments,
    };

    /// <summary>Adds a command, in place of the bot's own of that name.</summary>
    public static IServiceCollection AddTestCommand(this IServiceCollection services, CommandDefinition definition, CommandHandler execute) => services
        .AddSingleton(new CommandEntry(definition, "Test", execute))
        .Replace(ServiceDescriptor.Singleton(provider => new CommandCatalog(
            provider.GetServices<CommandEntry>().Reverse().DistinctBy(entry => entry.Definition.FullName).Reverse())));

    /// <summary>Adds a command that answers at once.</summary>
    public static IServiceCollection AddTestCommand(
        this IServiceCollection services, CommandDefinition definition, Func<CommandContext, string> answer) =>
        services.AddTestCommand(definition, (context, _) => ValueTask.FromResult(new Reply(answer(context))));
}
