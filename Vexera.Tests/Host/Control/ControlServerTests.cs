using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Net.Local;
using Vexera.Core.Storage;
using Vexera.Host.Control;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Control;

/// <summary>A real socket, and whatever may come over it.</summary>
public sealed class ControlServerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly WatchedTime _time = new();
    private readonly RecordingLogger<ControlServer> _log = new();
    private readonly ScriptedCommand _command = new();
    private ControlServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string SocketPath => _folder.File("vexera.sock");

    public async ValueTask InitializeAsync()
    {
        _server = Create();
        await _server.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(CancellationToken.None);
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Ask_KnownCommand_GivesWhatItGives()
    {
        _command.Run = (arguments, _) => Task.FromResult(arguments!.Value);

        var result = await AskAsync("scripted", JsonSerializer.SerializeToElement(42));

        result.ShouldNotBeNull().GetInt32().ShouldBe(42);
    }

    [Theory]
    [InlineData("not JSON\n")]
    [InlineData("{}\n")]
    [InlineData("[1]\n")]
    [InlineData("null\n")]
    [InlineData("\n")]
    [InlineData("{\"command\":7}\n")]
    [InlineData("\0\u0001\u0002\n")]
    public async Task Serve_Garbage_SaysSoAndGoesOn(string garbage)
    {
        (await SayAsync(Encoding.UTF8.GetBytes(garbage))).ShouldContain("cannot be read");

        await ShouldAnswerAsync();
    }

    [Fact]
    public async Task Serve_RequestWithoutEnd_IsCutOffAtItsMostBytes()
    {
        (await SayAsync(new byte[ControlDesk.MostRequestBytes])).ShouldContain("cannot be read");

        await ShouldAnswerAsync();
    }

    [Fact]
    public async Task Serve_ConnectionClosedAtOnce_GoesOn()
    {
        (await ConnectAsync()).Dispose();

        await ShouldAnswerAsync();
    }

    [Fact]
    public async Task Ask_UnknownCommand_IsToldSo() =>
        (await Should.ThrowAsync<ControlException>(AskAsync("dance"))).Message.ShouldContain("does not know 'dance'");

    [Fact]
    public async Task Ask_CommandThatFails_IsToldWhyAndOthersAreAnswered()
    {
        _command.Run = (_, _) => throw new InvalidOperationException("no luck");
        (await Should.ThrowAsync<ControlException>(AskAsync("scripted"))).Message.ShouldContain("no luck");
        _command.Run = (_, _) => throw new ControlException("Not now.");
        (await Should.ThrowAsync<ControlException>(AskAsync("scripted"))).Message.ShouldBe("Not now.");

        await ShouldAnswerAsync();
    }

    [Fact]
    public async Task Ask_CommandThatHangs_IsGivenUpAtItsDeadline()
    {
        _command.Run = (_, _) => new TaskCompletionSource<JsonElement>().Task;

        var asking = AskAsync("scripted");

        await _time.PassAsync(ControlDesk.Deadline);
        (await Should.ThrowAsync<ControlException>(asking)).Message.ShouldContain("did not finish");
        await ShouldAnswerAsync();
    }

    [Fact]
    public async Task Serve_SilentOnesEverywhere_AreSentAwayAndWhoWaitsIsAnswered()
    {
        var silent = new List<Stream>();
        for (var i = 0; i < ControlServer.MostAtOnce; i++)
        {
            silent.Add(await ConnectAsync());
            await _time.WaitedForAsync(ControlDesk.Patience);
        }

        var asking = ShouldAnswerAsync();
        asking.IsCompleted.ShouldBeFalse();
        _time.Advance(ControlDesk.Patience);

        await asking;
        foreach (var connection in silent)
        {
            await EndsAsync(connection);
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task Serve_OneByteAtATime_IsSentAwayAllTheSame()
    {
        await using var connection = await ConnectAsync();
        await _time.WaitedForAsync(ControlDesk.Patience);

        for (var passed = TimeSpan.Zero; passed < ControlDesk.Patience; passed += TimeSpan.FromSeconds(1))
        {
            await connection.WriteAsync(" "u8.ToArray(), Stop);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await EndsAsync(connection);
        await ShouldAnswerAsync();
    }

    [Fact]
    public async Task Serve_AnswerNobodyFetches_IsGivenUp()
    {
        _command.Run = (_, _) => Task.FromResult(JsonSerializer.SerializeToElement(new string('x', 8 * 1024 * 1024)));
        await using var connection = await ConnectAsync();
        await connection.WriteAsync("{\"command\":\"scripted\"}\n"u8.ToArray(), Stop);
        await _time.WaitedForAsync(ControlDesk.Deadline);

        await _time.PassAsync(ControlDesk.Patience);
        await Eventually.UntilAsync(() => _log.Lines.Any(line => line.EventId == 10403));

        var got = 0L;
        var buffer = new byte[64 * 1024];
        for (int read; (read = await ReadOrEndAsync(connection, buffer)) > 0;)
            got += read;
        got.ShouldBeLessThan(8 * 1024 * 1024);
        await ShouldAnswerAsync();
    }

    [Fact]
    public async Task Start_AnotherListensThere_WarnsAndTheBotRunsOn()
    {
        using var second = Create();

        await second.StartAsync(Stop);

        _log.Lines.ShouldContain(line => line.Level == LogLevel.Warning && line.Text.Contains("Another process listens", StringComparison.Ordinal));
        second.ExecuteTask!.IsFaulted.ShouldBeFalse();
        await second.StopAsync(Stop);
        await ShouldAnswerAsync();
    }

    [Fact]
    public async Task Start_PathTooLong_WarnsAndTheBotRunsOn()
    {
        using var second = Create(_folder.File(new string('x', 200)));

        await second.StartAsync(Stop);
        await second.StopAsync(Stop);

        _log.Lines.ShouldContain(line => line.Level == LogLevel.Warning && line.Text.Contains("Control:Socket", StringComparison.Ordinal));
        second.ExecuteTask!.IsFaulted.ShouldBeFalse();
    }

    [Fact]
    public async Task Stop_WhileSomebodyIsConnected_EndsAndRemovesTheFile()
    {
        await using var connection = await ConnectAsync();

        await _server.StopAsync(Stop);

        await EndsAsync(connection);
        File.Exists(SocketPath).ShouldBeFalse();
        (await AskAsync("scripted")).ShouldBeNull();
    }

    private ControlServer Create(string? path = null) => new(
        new ControlDesk([_command], _time, _log.For<ControlDesk>()),
        Options.Create(new ControlOptions { Socket = path ?? SocketPath }),
        Options.Create(new StorageOptions()),
        _time,
        _log);

    private async Task ShouldAnswerAsync()
    {
        _command.Run = (_, _) => Task.FromResult(JsonSerializer.SerializeToElement("there"));
        (await AskAsync("scripted")).ShouldNotBeNull().GetString().ShouldBe("there");
    }

    private Task<JsonElement?> AskAsync(string command, JsonElement? arguments = null) =>
        new ControlClient(SocketPath, TimeProvider.System).AskAsync(new ControlRequest(command, arguments), Stop);

    private async Task<Stream> ConnectAsync() => (await LocalSocket.ConnectAsync(SocketPath, Stop)).ShouldNotBeNull();

    private async Task<string> SayAsync(byte[] bytes)
    {
        await using var connection = await ConnectAsync();
        await connection.WriteAsync(bytes, Stop);
        using var reader = new StreamReader(connection);
        return await reader.ReadLineAsync(Stop) ?? "";
    }

    private static async Task EndsAsync(Stream connection) => (await ReadOrEndAsync(connection, new byte[1])).ShouldBe(0);

    private static async Task<int> ReadOrEndAsync(Stream connection, byte[] buffer)
    {
        try
        {
            return await connection.ReadAsync(buffer, Stop);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private sealed class ScriptedCommand : IControlCommand
    {
        public string Name => "scripted";

        public Func<JsonElement?, CancellationToken, Task<JsonElement>> Run { get; set; } = (_, _) => Task.FromResult(default(JsonElement));

        public Task<JsonElement> RunAsync(JsonElement? arguments, CancellationToken cancellationToken) => Run(arguments, cancellationToken);
    }
}
