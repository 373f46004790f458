using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Sandbox.OAuth;

/// <summary>Sign-in for web applications: the authorization code grant with the scope <c>identify</c>.</summary>
/// <seealso href="https://discord.com/developers/docs/topics/oauth2"/>
internal static class OAuthRoutes
{
    /// <summary>Maps the page on which a person agrees, and the exchange of codes.</summary>
    public static void MapOAuth(this WebApplication app)
    {
        var routes = new Handlers(app.Services.GetRequiredService<SandboxWorld>(), app.Services.GetRequiredService<OAuthGrants>());
        foreach (var version in (string[])["v10", "v9"])
        {
            app.MapGet($"/api/{version}/oauth2/authorize", routes.Authorize);
            app.MapPost($"/api/{version}/oauth2/token", routes.TokenAsync);
        }
    }

    private sealed class Handlers(SandboxWorld world, OAuthGrants grants)
    {
        public IResult Authorize(HttpRequest request)
        {
            var query = request.Query;
            if (query["response_type"] != "code" || !query["scope"].ToString().Split(' ').Contains("identify")
                || !ulong.TryParse(query["client_id"], NumberStyles.None, CultureInfo.InvariantCulture, out var application)
                || world.Users.Application(application) is null
                || !Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var redirect) || !redirect.Scheme.StartsWith("http", StringComparison.Ordinal))
                return Results.Text("The request to sign in is not complete.", statusCode: StatusCodes.Status400BadRequest);
            if (!ulong.TryParse(query["as"], NumberStyles.None, CultureInfo.InvariantCulture, out var person))
                return Results.Content(Page(request, world.Users.Get(application).Username), "text/html");
            var challenge = query["code_challenge_method"] == "S256" ? query["code_challenge"].ToString() : null;
            var code = grants.Agree(new OAuthGrant(application, world.Users.Get(person).Id, redirect.OriginalString, challenge));
            return Results.Redirect(QueryHelpers.AddQueryString(
                redirect.OriginalString, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
        }

        public async Task<IResult> TokenAsync(HttpRequest request)
        {
            if (!request.HasFormContentType)
                return Refused("invalid_request");
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            var (id, secret) = Client(request, form);
            if (!ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var application)
                || world.Users.Application(application) is null || grants.SecretOf(application) != secret)
                return Refused("invalid_client", StatusCodes.Status401Unauthorized);
            if (form["grant_type"] != "authorization_code")
                return Refused("unsupported_grant_type");
            if (grants.Redeem(form["code"].ToString(), application, form["redirect_uri"].ToString(), form["code_verifier"]) is not { } token)
                return Refused("invalid_grant");
            return Json(new JsonObject
            {
                ["token_type"] = "Bearer",
                ["access_token"] = token,
                ["expires_in"] = (int)OAuthGrants.TokenLasts.TotalSeconds,
                ["refresh_token"] = Guid.NewGuid().ToString("N"),
                ["scope"] = "identify",
            });
        }

        private static (string? Id, string? Secret) Client(HttpRequest request, IFormCollection form)
        {
            const string basic = "Basic ";
            var header = request.Headers.Authorization.ToString();
            if (!header.StartsWith(basic, StringComparison.OrdinalIgnoreCase))
                return (form["client_id"], form["client_secret"]);
            var bytes = new byte[header.Length];
            if (!Convert.TryFromBase64String(header[basic.Length..], bytes, out var length))
                return default;
            var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
            return parts is [var id, var secret] ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret)) : default;
        }

        private static IResult Refused(string error, int status = StatusCodes.Status400BadRequest) => Json(new JsonObject { ["error"] = error }, status);

        private static IResult Json(JsonObject json, int status = StatusCodes.Status200OK) => Results.Text(json.ToJsonString(), "application/json", statusCode: status);

        private static string Page(HttpRequest request, string application)
        {
            var here = request.PathBase + request.Path + request.QueryString;
            var people = DemoWorld.People.Select(person =>
                $"<li><a href=\"{WebUtility.HtmlEncode(QueryHelpers.AddQueryString(here, "as", $"{person.Id}"))}\">{WebUtility.HtmlEncode(person.Name)}</a></li>");
            return $"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Sign in</title><h1>Sign in to {WebUtility.HtmlEncode(application)} as</h1><ul>{string.Concat(people)}</ul></html>";
        }
    }
}
