using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Checks;

/// <summary>Who owns the bot.</summary>
internal interface IBotOwners
{
    /// <summary>Whether the account owns the bot.</summary>
    ValueTask<bool> IsOwnerAsync(Snowflake userId, CancellationToken cancellationToken);
}
