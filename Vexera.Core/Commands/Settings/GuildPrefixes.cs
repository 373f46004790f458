using Microsoft.Extensions.Options;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Settings;

/// <summary>The prefix of each guild: its own, none, or the one in the settings.</summary>
/// <param name="settings">What guilds have set.</param>
/// <param name="options">The default.</param>
internal sealed class GuildPrefixes(IGuildSettings settings, IOptionsMonitor<CommandsOptions> options)
{
    /// <summary>The name of the setting; the value is empty for no prefix.</summary>
    public const string Setting = "prefix";

    private const string Disabled = "";

    /// <summary>What holds where no guild says otherwise.</summary>
    public string Default => options.CurrentValue.Prefix;

    /// <summary>The guild's prefix if it is at hand, without waiting or allocating; null for none.</summary>
    public bool TryGet(Snowflake guildId, out string? prefix)
    {
        var known = settings.TryGet(guildId, out var values);
        prefix = known ? Of(values!) : null;
        return known;
    }

    /// <summary>The guild's prefix; null for none.</summary>
    public async ValueTask<string?> GetAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        Of(await settings.GetAsync(guildId, cancellationToken));

    /// <summary>Gives the guild a prefix of its own.</summary>
    public Task SetAsync(Snowflake guildId, string prefix, CancellationToken cancellationToken) =>
        settings.SetAsync(guildId, Setting, prefix, cancellationToken);

    /// <summary>Leaves the guild with mentions and slash commands only.</summary>
    public Task DisableAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        settings.SetAsync(guildId, Setting, Disabled, cancellationToken);

    /// <summary>Goes back to the default.</summary>
    public Task ResetAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        settings.SetAsync(guildId, Setting, null, cancellationToken);

    private string? Of(SettingValues values) => values[Setting] switch
    {
        null => Default,
        Disabled => null,
        var own => own,
    };
}
