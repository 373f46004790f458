using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Net;
using Vexera.Core.Rest;
using Vexera.Core.Telemetry;
using Vexera.Tests.Support;

namespace Vexera.Tests.Rest.Wire;

/// <summary>The registered client over real connections to this machine.</summary>
public sealed class RestHandlerTests : IDisposable
{
    private const string User = """{"id":"1","username":"vexera"}""";
    private const string Message = """{"id":"9","channel_id":"5","author":{"id":"1","username":"vexera"}}""";
    private static readonly TimeSpan[] BackOffs = [TimeSpan.FromSeconds(0.5 * 0.75), TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.5)];

    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public RestHandlerTests() => _deadline.CancelAfter(TimeSpan.FromSeconds(30));

    /// <summary>For all calls: a test that waits for what never comes fails instead of hanging.</summary>
    private CancellationToken Token => _deadline.Token;

    public void Dispose() => _deadline.Dispose();

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Send_CompressedAnswer_IsRead(string encoding)
    {
        await using var server = await LoopbackServer.StartAsync(async http =>
        {
            http.Response.Headers.ContentEncoding = encoding;
            await using Stream packed = encoding switch
            {
                "gzip" => new GZipStream(http.Response.Body, CompressionMode.Compress),
                "br" => new BrotliStream(http.Response.Body, CompressionMode.Compress),
                _ => new ZLibStream(http.Response.Body, CompressionMode.Compress),
            };
            await packed.WriteAsync(Encoding.UTF8.GetBytes(User));
        });
        await using var services = Services(server.Port);

        var user = await services.GetRequiredService<IDiscordRest>().Users.GetCurrentAsync(Token);

        user.Username.ShouldBe("vexera");
        server.Last["Accept-Encoding"].ShouldContain(encoding);
    }

    [Fact]
    public async Task Send_BrokenCompression_FailsInWords()
    {
        await using var server = await LoopbackServer.StartAsync(async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.WriteAsync(User);
        });
        await using var services = Services(server.Port, maxAttempts: 1);

        var failure = await services.GetRequiredService<IDiscordRest>().Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordUnreachableException>();

        failure.Message.ShouldContain("the answer broke off");
    }

    [Fact]
    public async Task Send_Redirect_TakesTheTokenNowhere()
    {
        await using var elsewhere = await LoopbackServer.StartAsync(http => http.Response.WriteAsync(User));
        await using var server = await LoopbackServer.StartAsync(http =>
        {
            http.Response.Redirect($"http://127.0.0.1:{elsewhere.Port}/api/v10/users/@me");
            return Task.CompletedTask;
        });
        await using var services = Services(server.Port, maxAttempts: 1);

        await services.GetRequiredService<IDiscordRest>().Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordUnreachableException>();

        server.Last["Authorization"].ShouldBe($"Bot {RestRig.Secret}");
        elsewhere.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Send_WhileSomebodyTraces_NamesNoPathAndSendsNoTraceHeaders()
    {
        await using var server = await LoopbackServer.StartAsync(http => http.Response.WriteAsync(Message));
        await using var services = Services(server.Port);
        var traced = new List<string?>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traced)
                    traced.AddRange(activity.TagObjects.Select(tag => tag.Value?.ToString()));
            },
        };
        ActivitySource.AddActivityListener(listener);

        await services.GetRequiredService<IDiscordRest>().Interactions.FollowUpAsync(Samples.Interaction, new OutgoingMessage { Content = "hi" }, Token);

        lock (traced)
            traced.ShouldNotContain(text => text != null && text.Contains("/webhooks/800", StringComparison.Ordinal));
        server.Last.ShouldNotContainKey("traceparent");
        server.Last.ShouldNotContainKey("Authorization");
    }

    [Fact]
    public async Task Send_NobodyListens_TriesAgainEvenWhatMustNotBeDoneTwice()
    {
        var time = new WatchedTime();
        await using var services = Services(FreePort(), time: time);

        var asked = services.GetRequiredService<IDiscordRest>().Channels.CreateMessageAsync(new Snowflake(5), new OutgoingMessage { Content = "hi" }, Token);
        foreach (var backOff in BackOffs)
            await time.PassAsync(backOff);

        (await asked.ShouldThrowAsync<DiscordUnreachableException>()).Message.ShouldStartWith("POST /channels/{channel}/messages: no connection (");
    }

    [Fact]
    public async Task Send_ConnectionCutBeforeTheAnswer_IsNotRepeatedForAPost()
    {
        await using var server = await LoopbackServer.StartAsync(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await using var services = Services(server.Port);

        var failure = await services.GetRequiredService<IDiscordRest>().Channels.CreateMessageAsync(new Snowflake(5), new OutgoingMessage { Content = "hi" }, Token)
            .ShouldThrowAsync<DiscordUnreachableException>();

        failure.Message.ShouldContain("the connection failed");
        server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Send_AnswerCutInTheMiddle_IsAskedForAgain()
    {
        var asks = 0;
        await using var server = await LoopbackServer.StartAsync(async http =>
        {
            var cut = Interlocked.Increment(ref asks) == 1;
            http.Response.ContentLength = User.Length;
            await http.Response.WriteAsync(cut ? User[..10] : User);
            await http.Response.Body.FlushAsync();
            if (cut)
                http.Abort();
        });
        var time = new WatchedTime();
        await using var services = Services(server.Port, time: time);

        var asked = services.GetRequiredService<IDiscordRest>().Users.GetCurrentAsync(Token);
        await time.PassAsync(BackOffs[0]);

        (await asked).Username.ShouldBe("vexera");
        server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Send_ByName_ResolvesThroughTheAddressCache()
    {
        await using var server = await LoopbackServer.StartAsync(http => http.Response.WriteAsync(User));
        await using var services = Services(server.Port, host: "discord.test", resolver: new LoopbackResolver());

        await services.GetRequiredService<IDiscordRest>().Users.GetCurrentAsync(Token);

        server.Last["Host"].ShouldBe($"discord.test:{server.Port}");
    }

    [Fact]
    public void AddDiscordRest_WithoutAToken_SaysSo()
    {
        using var services = Services(1, token: null);

        Should.Throw<InvalidOperationException>(services.GetRequiredService<IDiscordRest>).Message.ShouldContain("Discord:Token");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ServiceProvider Services(
        int port, int maxAttempts = 4, TimeProvider? time = null, string host = "127.0.0.1", IAddressResolver? resolver = null, string? token = RestRig.Secret)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = token,
            ["Discord:ApiBaseUrl"] = $"http://{host}:{port}/api/v10",
            ["Rest:MaxAttempts"] = $"{maxAttempts}",
        });
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration.Build())
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton<IJitter, HalfJitter>()
            .AddLogging()
            .AddSettings<DiscordOptions>(DiscordOptions.Section).Services;
        if (resolver is not null)
            services.AddSingleton(resolver);
        return services.AddTelemetry().AddNet().AddDiscordRest()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private sealed class LoopbackResolver : IAddressResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<IPAddress>>(host == "discord.test" ? [IPAddress.Loopback] : []);
    }
}
