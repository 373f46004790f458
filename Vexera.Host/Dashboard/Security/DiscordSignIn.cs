using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Discord;
using Vexera.Core.Rest;
using Vexera.Core.Rest.Wire;
using Vexera.Core.State;

namespace Vexera.Host.Dashboard.Security;

/// <summary>
/// Sign-in with Discord: the authorization code grant with PKCE. Only who began it in the same browser can end it, and only the
/// bot's owners come in. Source: https://discord.com/developers/docs/topics/oauth2.
/// </summary>
internal sealed class DiscordSignIn(
    DashboardOptions options, IOptions<DiscordOptions> discord, ISelf self, IBotOwners owners, HttpMessageInvoker http, TimeProvider time)
{
    private const int Most = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly Lock _access = new();
    private readonly Dictionary<string, Attempt> _attempts = [];

    /// <summary>Begins.</summary>
    /// <param name="next">Where to go afterwards.</param>
    /// <returns>Where to send the browser, and what it has to show afterwards; null while the application is not known yet.</returns>
    public (string Address, string State)? Begin(string next)
    {
        if (self.Application is not { } application)
            return null;
        var (state, verifier) = (Random(), Random());
        lock (_access)
        {
            var now = time.GetUtcNow();
            foreach (var (old, attempt) in _attempts.OrderBy(one => one.Value.Until).ToList())
            {
                if (attempt.Until < now || _attempts.Count >= Most)
                    _attempts.Remove(old);
            }

            _attempts[state] = new Attempt(verifier, next, now + Patience);
        }

        var address = QueryHelpers.AddQueryString(Api("oauth2/authorize"), new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = application.Id.ToString(),
            ["scope"] = "identify",
            ["redirect_uri"] = options.SignIn.RedirectUrl!.OriginalString,
            ["state"] = state,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        });
        return (address, state);
    }

    /// <summary>Ends what was begun.</summary>
    /// <param name="state">What Discord sent back.</param>
    /// <param name="shown">What the browser showed.</param>
    /// <param name="code">Discord's code; null when the person declined.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignInResult> EndAsync(string? state, string? shown, string? code, CancellationToken cancellationToken)
    {
        Attempt? attempt;
        lock (_access)
        {
            if (state is null || state != shown || !_attempts.Remove(state, out attempt) || attempt.Until < time.GetUtcNow() || code is null)
                return new SignInResult(DashboardText.SignInStale);
        }

        try
        {
            var token = await RedeemAsync(code, attempt.Verifier, cancellationToken);
            using var user = await SendAsync(
                new HttpRequestMessage(HttpMethod.Get, Api("users/@me")) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } },
                cancellationToken);
            var (id, name) = (Snowflake.Parse(user.RootElement.GetProperty("id").GetString()!, null), user.RootElement.GetProperty("username").GetString());
            return await owners.IsOwnerAsync(id, cancellationToken)
                ? new SignInResult(null, $"{name} ({id})", attempt.Next)
                : new SignInResult(DashboardText.NotAnOwner.With(name, id), $"{name} ({id})");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or FormatException or DiscordRestException or DiscordUnreachableException)
        {
            return new SignInResult(DashboardText.SignInFailed.With(e.Message));
        }
    }

    private async Task<string> RedeemAsync(string code, string verifier, CancellationToken cancellationToken)
    {
        var client = $"{self.Application!.Id}:{Uri.EscapeDataString(options.SignIn.ClientSecret!.Reveal())}";
        using var answer = await SendAsync(
            new HttpRequestMessage(HttpMethod.Post, Api("oauth2/token"))
            {
                Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(client))) },
                Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["redirect_uri"] = options.SignIn.RedirectUrl!.OriginalString,
                    ["code_verifier"] = verifier,
                }),
            },
            cancellationToken);
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }

    private async Task<JsonDocument> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15), time))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token))
        {
            request.Headers.TryAddWithoutValidation("User-Agent", RestTransport.UserAgent);
            using var answer = await http.SendAsync(request, either.Token);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new HttpRequestException($"{(int)answer.StatusCode}");
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(either.Token), cancellationToken: either.Token);
        }
    }

    private string Api(string path) => $"{discord.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/{path}";

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private sealed record Attempt(string Verifier, string Next, DateTimeOffset Until);
}

/// <summary>How a sign-in ended.</summary>
/// <param name="Refusal">Why it was refused, for people; null when it was not.</param>
/// <param name="Name">Who it is; null when that is not known.</param>
/// <param name="Next">Where to go.</param>
internal sealed record SignInResult(string? Refusal, string? Name = null, string Next = "/");
