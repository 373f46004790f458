namespace Vexera.Host.Telemetry;

/// <summary>Sees requests of the exporter go and answers come, since the exporter itself keeps failures to itself.</summary>
/// <param name="inner">Sends.</param>
/// <param name="trouble">Hears what goes wrong.</param>
internal sealed class OtlpHandler(HttpMessageHandler inner, OtlpTrouble trouble) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Answered(base.Send(request, cancellationToken));
        }
        catch (Exception failure)
        {
            Failed(failure);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Answered(await base.SendAsync(request, cancellationToken));
        }
        catch (Exception failure)
        {
            Failed(failure);
            throw;
        }
    }

    private HttpResponseMessage Answered(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            trouble.Sent();
        else
            trouble.Tell("refused", $"it answered {(int)response.StatusCode}");
        return response;
    }

    private void Failed(Exception failure)
    {
        if (failure is OperationCanceledException)
            trouble.Tell("timeout", "no answer in time");
        else
            trouble.Tell("unreachable", failure.GetBaseException().Message);
    }
}
