using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>locale [code|default]</c>: the language of a guild.</summary>
internal sealed class LocaleCommand(LanguageChoice languages) : ICommand
{
    private const string Default = "default";

    private static readonly Argument<string> Code = new("language", LocaleText.Argument, new LanguageArgument(Default), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "locale",
        Aliases = ["language"],
        Category = BasicsModule.Category,
        Description = LocaleText.Description,
        Details = LocaleText.Details,
        Arguments = [Code],
        Examples = ["", "fr", Default],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var guild = context.GuildId!.Value;
        if (!context.Arguments.TryGet(Code, out var typed))
            return await ShowAsync(context, cancellationToken);
        var isDefault = typed.Equals(Default, StringComparison.OrdinalIgnoreCase);
        if (LanguageArgument.Named(typed) is not { } language)
        {
            if (!isDefault)
                return context.Refuse(LanguageAnswers.Unknown(typed));
            language = null;
        }

        await languages.ChooseForGuildAsync(guild, language, cancellationToken);
        var now = LanguageCatalog.Of(await languages.ForGuildAsync(guild, context.Guild, cancellationToken));
        var answer = context with { Culture = await languages.OfUserAsync(context.User.Id, cancellationToken) is null ? now.Culture : context.Culture };
        return answer.Say(isDefault ? LocaleText.Reset(now) : LocaleText.Changed(now));
    }

    private async Task<Reply> ShowAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var chosen = await languages.OfGuildAsync(context.GuildId!.Value, cancellationToken);
        var now = LanguageCatalog.Of(await languages.ForGuildAsync(context.GuildId.Value, context.Guild, cancellationToken));
        return context.Say(chosen is null ? LocaleText.IsDefault(now) : LocaleText.IsChosen(now), LanguageAnswers.List);
    }
}
