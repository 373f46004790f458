namespace Vexera.Sandbox.Rest.Body;

/// <summary>A file of a multipart request: <c>files[n]</c>.</summary>
internal sealed record UploadedFile(int Index, string Name, string? ContentType, ReadOnlyMemory<byte> Content);
