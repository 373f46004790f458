namespace Vexera.Sandbox.Rest.Errors;

/// <summary>Ends a request with an error answer.</summary>
internal sealed class RestException(RestError error) : Exception($"{error.Code}: {error.Message}")
{
    public RestError Error { get; } = error;
}
