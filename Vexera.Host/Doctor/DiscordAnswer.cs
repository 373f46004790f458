using Microsoft.Extensions.Options;
using Vexera.Core.Discord;

namespace Vexera.Host.Doctor;

/// <summary>One answer of Discord's API to a question that needs no token: how long it took, and what time Discord has.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Elapsed">From asking to the answer's headers.</param>
/// <param name="Skew">How far this machine's clock is ahead of Discord's; null when Discord did not say.</param>
internal sealed record DiscordAnswer(int Status, TimeSpan Elapsed, TimeSpan? Skew);

/// <summary>Asks once for everybody who wants to know.</summary>
internal sealed class DiscordGreeting(HttpMessageInvoker http, IOptions<DiscordOptions> options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private Task<DiscordAnswer>? _answer;

    /// <summary>Asks, or gives the answer that is there.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<DiscordAnswer> AskAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return _answer ??= SendAsync(cancellationToken);
    }

    private async Task<DiscordAnswer> SendAsync(CancellationToken cancellationToken)
    {
        var address = options.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + "/gateway";
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var start = time.GetTimestamp();
        using var response = await http.SendAsync(request, cancellationToken);
        var elapsed = time.GetElapsedTime(start);
        // The header has whole seconds, and was written about half the way back.
        var sent = response.Headers.Date + TimeSpan.FromMilliseconds(500) + (elapsed / 2);
        return new DiscordAnswer((int)response.StatusCode, elapsed, time.GetUtcNow() - sent);
    }
}
