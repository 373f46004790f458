namespace Vexera.Core.Modules.Greeting;

/// <summary>What the ledger says of a guild. Final but for <see cref="Claimed"/>.</summary>
internal static class ThanksOutcome
{
    /// <summary>Joined before the database came to be, or while thanks were switched off.</summary>
    public const string Known = "known";

    /// <summary>About to be said.</summary>
    public const string Claimed = "claimed";

    /// <summary>Said.</summary>
    public const string Said = "said";

    /// <summary>There was no channel to say it in.</summary>
    public const string NoChannel = "no_channel";

    /// <summary>Discord refused it.</summary>
    public const string Refused = "refused";

    /// <summary>Discord did not answer.</summary>
    public const string Unreachable = "unreachable";
}
