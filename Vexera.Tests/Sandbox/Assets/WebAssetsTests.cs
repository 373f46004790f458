using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Sandbox.Assets;

namespace Vexera.Tests.Sandbox.Assets;

public sealed class WebAssetsTests : IAsyncLifetime
{
    private readonly WebApplication _app = Build();
    private HttpClient _http = new();

    [Theory]
    [InlineData("_framework/blazor.web.js", "text/javascript")]
    [InlineData("_content/MudBlazor/MudBlazor.min.js", "text/javascript")]
    [InlineData("_content/MudBlazor/MudBlazor.min.css", "text/css")]
    public async Task Get_EmbeddedAsset_ServesItWithItsType(string path, string type)
    {
        using var response = await _http.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(10_000);
        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_KnownETag_AnswersNotModified()
    {
        using var first = await _http.GetAsync("_framework/blazor.web.js", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "_framework/blazor.web.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _http.SendAsync(again, TestContext.Current.CancellationToken);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Get_SourceMap_IsNotEmbedded()
    {
        using var response = await _http.GetAsync("_content/MudBlazor/MudBlazor.min.js.map", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapWebAssets(typeof(WebAssets).Assembly);
        return app;
    }
}
