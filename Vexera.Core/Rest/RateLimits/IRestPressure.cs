namespace Vexera.Core.Rest.RateLimits;

/// <summary>Where requests wait for Discord's limits.</summary>
internal interface IRestPressure
{
    /// <summary>The routes on which requests wait, those with the most waiting first.</summary>
    /// <param name="most">How many to give at most.</param>
    IReadOnlyList<RestPressure> Waiting(int most);
}

/// <summary>Requests that wait on one route, over all its buckets.</summary>
/// <param name="Route">The route, such as <c>POST /channels/{channel}/messages</c>.</param>
/// <param name="Requests">How many wait.</param>
/// <param name="Buckets">In how many buckets: channels, guilds or webhooks.</param>
/// <param name="Longest">How long the one that waits longest has waited.</param>
internal sealed record RestPressure(string Route, int Requests, int Buckets, TimeSpan Longest);
