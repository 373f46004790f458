using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Rest;

namespace Vexera.Core.Commands.Checks;

/// <summary>The owners named in the settings, and the application's owner in Discord's developer portal.</summary>
/// <param name="options">Names owners.</param>
/// <param name="rest">Asked once for the application's owner.</param>
internal sealed class BotOwners(IOptionsMonitor<CommandsOptions> options, IDiscordRest rest) : IBotOwners
{
    private volatile string? _applicationOwner;

    /// <inheritdoc/>
    public async ValueTask<bool> IsOwnerAsync(Snowflake userId, CancellationToken cancellationToken)
    {
        var id = userId.ToString();
        if (options.CurrentValue.Owners.Contains(id, StringComparer.Ordinal))
            return true;
        _applicationOwner ??= (await rest.Applications.GetCurrentAsync(cancellationToken)).Owner?.Id.ToString() ?? "";
        return _applicationOwner == id;
    }
}
