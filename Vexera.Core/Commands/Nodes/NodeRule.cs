using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Nodes;

/// <summary>Whom a rule speaks of, the weakest first: a user's rule beats a role's, a role's beats everyone's.</summary>
internal enum NodeTier
{
    /// <summary>All members of the guild.</summary>
    Everyone,

    /// <summary>The members with a role.</summary>
    Role,

    /// <summary>One user, whether in the guild now or not.</summary>
    User,
}

/// <summary>What a rule does. A node that is neutral has no rule.</summary>
internal enum NodeEffect
{
    /// <summary>May use it, whatever Discord permission the command takes by default.</summary>
    Allow,

    /// <summary>May not use it, whatever permission they have; only the guild's owner may.</summary>
    Deny,
}

/// <summary>Everyone, a role or a user.</summary>
/// <param name="Tier">Which of them.</param>
/// <param name="Id">The role's or user's id; everyone has the guild's id, as Discord's @everyone has.</param>
internal readonly record struct NodeSubject(NodeTier Tier, Snowflake Id);

/// <summary>A node that is allowed or denied for somebody.</summary>
/// <param name="Subject">For whom.</param>
/// <param name="Node">What.</param>
/// <param name="Effect">Which of both.</param>
/// <param name="SetBy">The user who set it.</param>
/// <param name="SetAt">When, to the millisecond.</param>
internal sealed record NodeRule(NodeSubject Subject, NodePattern Node, NodeEffect Effect, Snowflake SetBy, DateTimeOffset SetAt);
