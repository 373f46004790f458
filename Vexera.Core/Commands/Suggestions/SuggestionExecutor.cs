using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Suggestions;

/// <summary>Makes suggestions within Discord's limits. Whatever goes wrong, there are none and the person can type on.</summary>
/// <param name="sources">Where suggestions come from.</param>
/// <param name="languages">In which language they are shown.</param>
/// <param name="checks">Somebody who may not use the command is offered nothing.</param>
/// <param name="time">For the deadline.</param>
/// <param name="logger">Where failures are logged.</param>
internal sealed class SuggestionExecutor(
    IEnumerable<ISuggestions> sources, LanguageChoice languages, CommandChecks checks, TimeProvider time, ILogger<SuggestionExecutor> logger)
{
    /// <summary>How many Discord takes.</summary>
    public const int Most = 25;

    /// <summary>How long they may take; Discord waits 3 seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int Longest = 100;
    private readonly Dictionary<Type, ISuggestions> _sources = sources.ToDictionary(source => source.GetType());

    /// <summary>The suggestions for the option that is being typed.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> is signalled. Nothing else is thrown.</exception>
    public async Task<IReadOnlyList<CommandOptionChoice>> SuggestAsync(CommandContext context, CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        try
        {
            if (Focused(context) is not var (source, typed) || !await checks.MayUseAsync(context, either.Token))
                return [];
            var culture = await languages.ForAsync(context.User.Id, context.GuildId, context.Guild, context.ClientLocale, either.Token);
            var offered = await source.SuggestAsync(context with { Culture = culture }, typed, either.Token).AsTask().WaitAsync(either.Token);
            return
            [
                .. offered
                    .Where(one => one.Value.Length is > 0 and <= Longest && !string.IsNullOrWhiteSpace(one.Label))
                    .DistinctBy(one => one.Value)
                    .Take(Most)
                    .Select(one => new CommandOptionChoice { Name = ShortText.Shorten(one.Label, Longest), Value = one.Value }),
            ];
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            CommandsLog.SuggestionsFailed(logger, e, context.Command.Definition.FullName, context.Cause);
            return [];
        }
    }

    private (ISuggestions Source, string Typed)? Focused(CommandContext context)
    {
        if (context.Input is not SlashInput { Focused: { } option })
            return null;
        var argument = context.Command.Definition.Arguments.FirstOrDefault(one => one.Name == option.Name);
        return argument?.SuggestedBy is { } type && _sources.TryGetValue(type, out var source)
            ? (source, option.Value is { } value ? JsonText.Of(value).Trim() : "")
            : null;
    }
}
