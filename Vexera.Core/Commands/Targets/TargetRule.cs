using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Core.Commands.Targets;

/// <summary>
/// Whom a command acts on. The account must exist and be below the caller and the bot in the guild's roles; nobody acts on
/// themselves, on the bot or on the guild's owner. Somebody who is not in the guild has no roles to compare.
/// </summary>
/// <param name="Argument">The argument that names the person. Where it is optional and not given, nothing is checked.</param>
internal sealed record TargetRule(Argument<UserReference> Argument)
{
    /// <summary>Whether the command makes no sense for somebody who is not in the guild.</summary>
    public bool MustBeMember { get; init; }
}
