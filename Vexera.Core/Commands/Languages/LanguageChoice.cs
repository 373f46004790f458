using System.Globalization;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Languages;

/// <summary>
/// The language for a person or a guild, in this order: what the person chose, what the guild chose, what the guild is set to in
/// Discord, what the person's Discord is set to where nobody else reads along, and the default. Nothing here throws for want of a
/// database: then nothing counts as chosen.
/// </summary>
/// <param name="guilds">What guilds chose.</param>
/// <param name="users">What people chose.</param>
/// <param name="options">The default.</param>
internal sealed class LanguageChoice(IGuildSettings guilds, IUserSettings users, IOptionsMonitor<CommandsOptions> options)
{
    /// <summary>The name of the setting, of guilds and of users.</summary>
    public const string Setting = "locale";

    // Every guild has it that is no community, and no other can be chosen there.
    private const string DiscordDefault = "en-US";

    /// <summary>What holds where nobody says otherwise.</summary>
    public Language Default => LanguageCatalog.Find(options.CurrentValue.Language) ?? LanguageCatalog.English;

    /// <summary>The language to answer a person in.</summary>
    /// <param name="user">The person.</param>
    /// <param name="guildId">Where; null in direct messages.</param>
    /// <param name="guild">What is known of the guild.</param>
    /// <param name="clientLocale">What the person's Discord is set to, if it said so; counts in direct messages only.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public async ValueTask<CultureInfo> ForAsync(
        Snowflake user, Snowflake? guildId, GuildState? guild, string? clientLocale, CancellationToken cancellationToken)
    {
        if (await OfUserAsync(user, cancellationToken) is { } own)
            return own.Culture;
        return guildId is { } id
            ? await ForGuildAsync(id, guild, cancellationToken)
            : (LanguageCatalog.OfLocale(clientLocale) ?? Default).Culture;
    }

    /// <summary>The language for what all members of a guild read.</summary>
    public async ValueTask<CultureInfo> ForGuildAsync(Snowflake guildId, GuildState? guild, CancellationToken cancellationToken) =>
        (await OfGuildAsync(guildId, cancellationToken) ?? InDiscord(guild) ?? Default).Culture;

    /// <summary>What a person chose; null for nothing.</summary>
    public async ValueTask<Language?> OfUserAsync(Snowflake user, CancellationToken cancellationToken) =>
        LanguageCatalog.Find((await users.GetAsync(user, cancellationToken))[Setting]);

    /// <summary>What a guild chose; null for nothing.</summary>
    public async ValueTask<Language?> OfGuildAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        LanguageCatalog.Find((await guilds.GetAsync(guildId, cancellationToken))[Setting]);

    /// <summary>A person chooses, or with null no longer does.</summary>
    /// <exception cref="Storage.StorageException">It could not be written; nothing changed.</exception>
    public Task ChooseAsync(Snowflake user, Language? language, CancellationToken cancellationToken) =>
        users.SetAsync(user, Setting, language?.Code, cancellationToken);

    /// <summary>A guild chooses, or with null no longer does.</summary>
    /// <exception cref="Storage.StorageException">It could not be written; nothing changed.</exception>
    public Task ChooseForGuildAsync(Snowflake guildId, Language? language, CancellationToken cancellationToken) =>
        guilds.SetAsync(guildId, Setting, language?.Code, cancellationToken);

    private static Language? InDiscord(GuildState? guild) =>
        guild?.PreferredLocale is { } locale && locale != DiscordDefault ? LanguageCatalog.OfLocale(locale) : null;
}
