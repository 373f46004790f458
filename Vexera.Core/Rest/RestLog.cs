using System.Net;
using Microsoft.Extensions.Logging;
using Vexera.Core.Rest.RateLimits;

namespace Vexera.Core.Rest;

/// <summary>What REST says in the log. Routes are templates; no ids, tokens or texts of people.</summary>
internal sealed partial class RestLog(ILogger logger)
{
    private readonly ILogger _logger = logger;

    [LoggerMessage(2000, LogLevel.Warning, "{Route}: rate limited (scope {Scope}), next try in {Seconds:0.###} s")]
    public partial void RateLimited(string route, RateLimitScope scope, double seconds);

    [LoggerMessage(2001, LogLevel.Error, "{Count} invalid requests (401, 403, 429) within 10 minutes: only essential requests go out now. At 10000 Discord bans this address; look for refused requests above")]
    public partial void GuardTripped(int count);

    [LoggerMessage(2002, LogLevel.Information, "{Count} invalid requests within 10 minutes: all requests go out again")]
    public partial void GuardReleased(int count);

    [LoggerMessage(2003, LogLevel.Error, "{Route}: Discord refused the bot's token (401). Make a new one at https://discord.com/developers/applications, page Bot, and put it into Discord:Token. Not logged again until a request succeeds")]
    public partial void TokenRefused(string route);

    [LoggerMessage(2004, LogLevel.Warning, "{Route}: {Detail}. Try {Attempt} of {Attempts} follows in {Seconds:0.###} s")]
    public partial void Retrying(string route, string detail, int attempt, int attempts, double seconds);

    [LoggerMessage(2005, LogLevel.Debug, "{Route}: {Status} after {Milliseconds:0} ms")]
    public partial void Answered(string route, HttpStatusCode status, double milliseconds);
}
