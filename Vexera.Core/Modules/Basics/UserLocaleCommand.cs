using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Replies;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>userlocale [code|disable]</c>: the language that one person is answered in, on every server.</summary>
internal sealed class UserLocaleCommand(LanguageChoice languages) : ICommand
{
    private const string Disable = "disable";

    private static readonly Argument<string> Code = new("language", LocaleText.UserArgument, new LanguageArgument(Disable), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "userlocale",
        Aliases = ["mylanguage"],
        Category = BasicsModule.Category,
        Description = LocaleText.UserDescription,
        Details = LocaleText.UserDetails,
        Arguments = [Code],
        Examples = ["", "de", Disable],
        Ephemeral = true,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!context.Arguments.TryGet(Code, out var typed))
            return await ShowAsync(context, cancellationToken);
        if (LanguageArgument.Named(typed) is { } language)
        {
            await languages.ChooseAsync(context.User.Id, language, cancellationToken);
            return (context with { Culture = language.Culture }).Say(LocaleText.UserChanged(language));
        }

        if (!typed.Equals(Disable, StringComparison.OrdinalIgnoreCase))
            return context.Refuse(LanguageAnswers.Unknown(typed));
        await languages.ChooseAsync(context.User.Id, null, cancellationToken);
        var culture = await languages.ForAsync(context.User.Id, context.GuildId, context.Guild, context.ClientLocale, cancellationToken);
        return (context with { Culture = culture }).Say(LocaleText.UserDisabled);
    }

    private async Task<Reply> ShowAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var chosen = await languages.OfUserAsync(context.User.Id, cancellationToken);
        return context.Say(
            chosen is null ? LocaleText.UserIsNone(LanguageCatalog.Of(context.Culture)) : LocaleText.UserIsChosen(chosen),
            LanguageAnswers.List);
    }
}
