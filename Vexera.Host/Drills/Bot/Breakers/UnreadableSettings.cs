using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>What users have set cannot be read, and nobody sees to it that commands work all the same.</summary>
internal sealed class UnreadableSettings(IUserSettings inner) : IUserSettings
{
    /// <inheritdoc/>
    public bool TryGet(Snowflake id, [NotNullWhen(true)] out SettingValues? settings)
    {
        settings = null;
        return false;
    }

    /// <inheritdoc/>
    public ValueTask<SettingValues> GetAsync(Snowflake id, CancellationToken cancellationToken) => throw new InvalidDataException("broken on purpose");

    /// <inheritdoc/>
    public Task SetAsync(Snowflake id, string name, string? value, CancellationToken cancellationToken) =>
        inner.SetAsync(id, name, value, cancellationToken);
}
