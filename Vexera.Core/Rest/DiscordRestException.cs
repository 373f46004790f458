using System.Net;

namespace Vexera.Core.Rest;

/// <summary>Discord answered a request with an error.</summary>
/// <param name="route">Method and route template, such as <c>POST /channels/{channel}/messages</c>; holds no ids or tokens.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Discord's own code, such as 50013; 0 when it gave none.</param>
/// <param name="detail">Discord's message, with the fields it complains about.</param>
internal sealed class DiscordRestException(string route, HttpStatusCode status, int code, string detail)
    : Exception($"{route}: {(int)status}, code {code}: {detail}")
{
    /// <summary>Method and route template.</summary>
    public string Route { get; } = route;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Discord's code. Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json.</summary>
    public int Code { get; } = code;

    /// <summary>Discord's message, with the fields it complains about.</summary>
    public string Detail { get; } = detail;
}

/// <summary>No answer came from Discord, or none that could be read, however often it was safe to ask.</summary>
/// <param name="route">Method and route template.</param>
/// <param name="detail">What happened last.</param>
/// <param name="inner">The failure underneath, if any.</param>
internal class DiscordUnreachableException(string route, string detail, Exception? inner = null)
    : Exception($"{route}: {detail}", inner)
{
    /// <summary>Method and route template.</summary>
    public string Route { get; } = route;
}

/// <summary>The bot itself held a request back: the rate limit opens too late for it, or too many requests were invalid lately.</summary>
/// <param name="route">Method and route template.</param>
/// <param name="detail">Why, with the figures.</param>
/// <param name="retryAfter">When it is worth trying again, where that is known.</param>
internal sealed class RestBudgetException(string route, string detail, TimeSpan? retryAfter = null) : DiscordUnreachableException(route, detail)
{
    /// <summary>When it is worth trying again, where that is known.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
