using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;

namespace Vexera.Core.Rest.Wire;

/// <summary>Puts requests on the wire: address, token, user agent, body, reason.</summary>
internal sealed class RestTransport(HttpMessageInvoker http, IOptions<DiscordOptions> options, BotToken token)
{
    private readonly string _address = options.Value.ApiBaseUrl.AbsoluteUri.TrimEnd('/');

    private const string Redacted = "[redacted]";
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>How Vexera introduces itself to Discord.</summary>
    public static readonly string UserAgent =
        $"DiscordBot (https://vexera.io, {typeof(RestTransport).Assembly.GetName().Version!.ToString(fieldCount: 3)})";

    /// <summary>Sends and waits for the answer's headers.</summary>
    public async Task<HttpResponseMessage> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        using var message = Build(request);
        return await http.SendAsync(message, cancellationToken);
    }

    /// <summary>A text from outside without the secrets of the request, should it echo them.</summary>
    public string Redact(RestRequest request, string text)
    {
        foreach (var secret in new[] { token.Reveal(), request.Secret })
        {
            if (!string.IsNullOrEmpty(secret))
                text = text.Replace(secret, Redacted, StringComparison.Ordinal).Replace(Uri.EscapeDataString(secret), Redacted, StringComparison.Ordinal);
        }

        return text;
    }

    private HttpRequestMessage Build(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Route.Method, _address + request.Path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        message.Headers.Accept.ParseAdd("application/json");
        if (request.Route.Authenticated)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", token.Reveal());
        if (AuditLogReason.Encode(request.Reason) is { } reason)
            message.Headers.TryAddWithoutValidation(AuditLogReason.Header, reason);
        if (request.Body is { } body)
            message.Content = BodyOf(request, new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } });
        return message;
    }

    // Source: https://discord.com/developers/docs/reference#uploading-files.
    private static HttpContent BodyOf(RestRequest request, HttpContent json)
    {
        if (request.Files.Count == 0)
            return json;
        var parts = new MultipartFormDataContent { { json, "payload_json" } };
        for (var i = 0; i < request.Files.Count; i++)
        {
            var file = request.Files[i];
            var content = new ReadOnlyMemoryContent(file.Content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(file.ContentType) } };
            parts.Add(content, string.Create(CultureInfo.InvariantCulture, $"files[{i}]"), file.Name);
        }

        return parts;
    }
}
