using System.Net;

namespace Vexera.Core.Rest.Wire;

/// <summary>How one attempt ended.</summary>
internal enum RestOutcomeKind
{
    /// <summary>As asked.</summary>
    Done,

    /// <summary>Too many requests: nothing was done, and it may be sent again after the wait.</summary>
    RateLimited,

    /// <summary>Discord will not do it, however often it is asked.</summary>
    Refused,

    /// <summary>Discord failed; what was asked may be done or not.</summary>
    Failed,

    /// <summary>An answer came that nobody can read; what was asked may be done or not.</summary>
    Unreadable,

    /// <summary>No answer came; what was asked may be done or not.</summary>
    Lost,

    /// <summary>No connection came about, so nothing was asked.</summary>
    NotSent,
}

/// <summary>How one attempt ended, and with what.</summary>
/// <typeparam name="T">What the answer holds.</typeparam>
/// <param name="Kind">How.</param>
/// <param name="Value">What the answer held, when done.</param>
internal sealed record RestOutcome<T>(RestOutcomeKind Kind, T? Value = default)
{
    /// <summary>The status, where an answer came.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>Discord's code, or 0.</summary>
    public int Code { get; init; }

    /// <summary>One line for people; holds no secret.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The failure underneath.</summary>
    public Exception? Cause { get; init; }

    /// <summary>What the caller gets to see when it stays like this.</summary>
    public Exception ToException(RestRoute route) => Kind is RestOutcomeKind.Refused or RestOutcomeKind.RateLimited
        ? new DiscordRestException(route.Name, Status, Code, Detail)
        : new DiscordUnreachableException(route.Name, Detail, Cause);
}
