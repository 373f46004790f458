using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Vexera.Sandbox.Assets;

/// <summary>Serves the scripts and styles that EmbedWebAssets.targets put into an assembly.</summary>
public static class WebAssets
{
    private const string Prefix = "web/";

    /// <summary>
    /// Maps every embedded web asset of <paramref name="assembly"/> at its own path,
    /// <c>/_framework/blazor.web.js</c> and <c>/_content/…</c>, with its media type and a strong ETag.
    /// </summary>
    /// <param name="endpoints">The application to serve them from.</param>
    /// <param name="assembly">An assembly whose project imports EmbedWebAssets.targets.</param>
    /// <param name="only">Which of them to serve, by their path without a slash before it; null for all.</param>
    public static void MapWebAssets(this IEndpointRouteBuilder endpoints, Assembly assembly, Func<string, bool>? only = null)
    {
        var types = new FileExtensionContentTypeProvider();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)
            && only?.Invoke(n[Prefix.Length..]) != false))
        {
            var type = types.TryGetContentType(resource, out var known) ? known : "application/octet-stream";
            var tag = new Lazy<EntityTagHeaderValue>(() => TagOf(assembly, resource));
            endpoints.MapMethods("/" + resource[Prefix.Length..], [HttpMethods.Get, HttpMethods.Head], (HttpResponse response) =>
            {
                response.Headers.CacheControl = "no-cache";
                return Results.Stream(Open(assembly, resource), type, entityTag: tag.Value);
            }).ExcludeFromDescription();
        }
    }

    private static Stream Open(Assembly assembly, string resource) =>
        assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not embedded in {assembly.GetName().Name}.");

    private static EntityTagHeaderValue TagOf(Assembly assembly, string resource)
    {
        using var content = Open(assembly, resource);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
    }
}
