using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Attachments;

/// <summary>
/// Reads files from Discord's own hosts, or from the host of the API where that is a sandbox or a proxy; from nowhere else, so
/// that nobody can have the bot look around in its operator's network. No redirects, no token.
/// Source: https://discord.com/developers/docs/reference#signed-attachment-cdn-urls.
/// </summary>
/// <param name="http">The connections.</param>
/// <param name="discord">Where the API is.</param>
/// <param name="rest">How long a request may take.</param>
/// <param name="time">The clock.</param>
internal sealed class DiscordAttachments(
    HttpMessageInvoker http, IOptions<DiscordOptions> discord, IOptions<RestOptions> rest, TimeProvider time) : IAttachments
{
    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(Attachment attachment, int most, CancellationToken cancellationToken)
    {
        if (attachment.Url is not { } url || !IsOurs(url))
            throw new AttachmentException(AttachmentProblem.Elsewhere);
        if (attachment.Size > most)
            throw new AttachmentException(AttachmentProblem.TooLarge);
        using var timeout = new CancellationTokenSource(rest.Value.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await DownloadAsync(url, most, either.Token);
        }
        catch (AnswerTooLongException e)
        {
            throw new AttachmentException(AttachmentProblem.TooLarge, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AttachmentException(AttachmentProblem.Unreadable, e);
        }
    }

    private async Task<byte[]> DownloadAsync(Uri url, int most, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", RestTransport.UserAgent);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new AttachmentException(AttachmentProblem.Unreadable);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        await using var limited = new LimitedStream(body, most);
        await limited.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    private bool IsOurs(Uri url)
    {
        if (!url.IsAbsoluteUri || url.UserInfo.Length > 0)
            return false;
        var api = discord.Value.ApiBaseUrl;
        return (url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase))
            || (url.Scheme == api.Scheme && url.Authority.Equals(api.Authority, StringComparison.OrdinalIgnoreCase)
                && url.AbsolutePath.StartsWith("/attachments/", StringComparison.Ordinal));
    }
}
