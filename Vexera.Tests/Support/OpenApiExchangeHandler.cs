using System.Net;

namespace Vexera.Tests.Support;

/// <summary>
/// Stands in an <see cref="HttpClient"/> and fails the test when a response, or if asked a request, is not as Discord's description
/// has it. Where the description is absent nothing is checked. Routes that it does not name, such as those of people's clients,
/// pass when <paramref name="allowUndescribed"/> says so.
/// </summary>
internal sealed class OpenApiExchangeHandler(HttpMessageHandler inner, bool checkRequests, bool allowUndescribed = false)
    : DelegatingHandler(inner)
{
    private readonly OpenApiContract? _contract = OpenApiContract.Find();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        var described = _contract is not null && (!allowUndescribed || _contract.Describes(request.Method, path));
        if (described && checkRequests)
            _contract!.CheckRequest(request.Method, path, await JsonOf(request.Content, cancellationToken)).ShouldBeEmpty();

        var response = await base.SendAsync(request, cancellationToken);
        if (described && IsDiscords(response))
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            _contract!.CheckResponse(request.Method, path, (int)response.StatusCode, body).ShouldBeEmpty();
        }

        return response;
    }

    /// <summary>Server errors and the wall before Discord have no description.</summary>
    private static bool IsDiscords(HttpResponseMessage response) =>
        (int)response.StatusCode < 500
        && (response.StatusCode != HttpStatusCode.TooManyRequests || response.Content.Headers.ContentType?.MediaType == "application/json");

    private static async Task<string?> JsonOf(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is MultipartContent parts)
            content = parts.FirstOrDefault(part => part.Headers.ContentDisposition?.Name?.Trim('"') == "payload_json");
        if (content is null)
            return null;

        await content.LoadIntoBufferAsync(cancellationToken);
        return await content.ReadAsStringAsync(cancellationToken);
    }
}
