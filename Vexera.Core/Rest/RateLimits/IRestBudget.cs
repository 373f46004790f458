namespace Vexera.Core.Rest.RateLimits;

/// <summary>
/// Decides when a request may go out: acquire, send, complete with what the answer's headers say. An implementation may keep its
/// figures in this process or share them with others.
/// Source: https://discord.com/developers/docs/topics/rate-limits.
/// </summary>
internal interface IRestBudget
{
    /// <summary>Waits until a request may go out. Waiting is fair: within a bucket the oldest call goes first, those in the background last.</summary>
    /// <param name="call">What wants to go out.</param>
    /// <param name="cancellationToken">Gives the wait up; nothing is used up then.</param>
    /// <returns>The permit. Dispose it in any case; complete it first when an answer came.</returns>
    /// <exception cref="RestBudgetException">The wait would be longer than the call's patience, or too many requests were invalid.</exception>
    ValueTask<IRestPermit> AcquireAsync(RestCall call, CancellationToken cancellationToken);
}

/// <summary>The right to send one request. Disposing it uncompleted means that no answer came and that Discord may have counted it.</summary>
internal interface IRestPermit : IAsyncDisposable
{
    /// <summary>Hands in what the answer said. Once; further calls do nothing.</summary>
    ValueTask CompleteAsync(RateLimitAnswer answer);
}

/// <summary>A request as the budget sees it. One for all attempts, so that a repeated one keeps its place.</summary>
/// <param name="Route">Method and route template, such as <c>POST /channels/{channel}/messages</c>, with a variant where there are some.</param>
/// <param name="Major">The channel, guild or webhook that Discord keeps separate limits for; empty for none.</param>
/// <param name="Since">When it was first made, as a timestamp of the <see cref="TimeProvider"/>.</param>
/// <param name="Patience">How long after <paramref name="Since"/> it may still wait.</param>
internal sealed record RestCall(string Route, string Major, long Since, TimeSpan Patience)
{
    /// <summary>Whether it counts towards the global limit.</summary>
    public bool CountsGlobally { get; init; } = true;

    /// <summary>Whether nobody waits for it: it goes out after all others, and leaves them room.</summary>
    public bool Background { get; init; }

    /// <summary>Whether it goes out even when many requests were invalid.</summary>
    public bool Essential { get; init; }
}
