using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Targets;

/// <summary>Whom a command acts on, found.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="User">The account.</param>
/// <param name="Member">The membership as it is now, its user perhaps left out; null for somebody who is not in the guild.</param>
internal sealed record TargetUser(Snowflake Id, User User, Member? Member);
