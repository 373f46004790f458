using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A person as far as Discord sent them along with the command.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="User">The account; null when only its id was given.</param>
/// <param name="Member">The membership; null when it is not known or there is none.</param>
internal sealed record UserReference(Snowflake Id, User? User, Member? Member)
{
    /// <summary>A name that stood in place of a mention or id. Commands receive references in which it was looked up, and is null.</summary>
    public string? Name { get; init; }
}
