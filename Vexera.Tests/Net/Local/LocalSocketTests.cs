using Vexera.Core.Net.Local;
using Vexera.Tests.Support;

namespace Vexera.Tests.Net.Local;

public sealed class LocalSocketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string SocketPath => _folder.File("a/b.sock");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Connect_SomebodyListens_CarriesBytesBothWays()
    {
        using var listener = LocalListener.Listen(SocketPath);

        await ShouldTalkAsync(listener);
    }

    [Fact]
    public async Task Connect_NobodyListens_GivesNothing()
    {
        (await LocalSocket.ConnectAsync(SocketPath, Stop)).ShouldBeNull();
        LeaveStale();

        (await LocalSocket.ConnectAsync(SocketPath, Stop)).ShouldBeNull();
    }

    [Fact]
    public void Listen_Always_IsForTheOwnerAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        if (OperatingSystem.IsWindows())
            return;

        using var listener = LocalListener.Listen(SocketPath);

        File.GetUnixFileMode(SocketPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(_folder.File("a")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Dispose_Listening_LeavesNothing()
    {
        LocalListener.Listen(SocketPath).Dispose();

        Directory.EnumerateFileSystemEntries(_folder.File("a")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Listen_KilledProcessLeftItsFile_TakesItsPlace()
    {
        LeaveStale();

        using var listener = LocalListener.Listen(SocketPath);

        await ShouldTalkAsync(listener);
    }

    [Fact]
    public async Task Listen_SomebodyListens_IsRefusedAndHarmsNothing()
    {
        using var living = LocalListener.Listen(SocketPath);

        Should.Throw<LocalSocketException>(() => LocalListener.Listen(SocketPath)).Message.ShouldContain("Another process listens");

        // What asked whether somebody listens is the first in the line.
        (await living.AcceptAsync(Stop)).Dispose();
        await ShouldTalkAsync(living);
    }

    [Fact]
    public void Listen_FileInTheWay_IsRefusedAndLeavesIt()
    {
        Directory.CreateDirectory(_folder.File("a"));
        File.WriteAllText(SocketPath, "precious");

        Should.Throw<LocalSocketException>(() => LocalListener.Listen(SocketPath)).Message.ShouldContain("is no socket");

        File.ReadAllText(SocketPath).ShouldBe("precious");
    }

    [Fact]
    public void Listen_NoFolderCanBeMade_IsRefused()
    {
        File.WriteAllText(_folder.File("a"), "a file where the folder should be");

        Should.Throw<LocalSocketException>(() => LocalListener.Listen(SocketPath)).Message.ShouldContain(SocketPath);
    }

    [Fact]
    public async Task Path_LongerThanTheSystemTakes_IsSaidWithTheLimit()
    {
        var path = _folder.File(new string('x', LocalSocket.MostPathBytes));

        Should.Throw<LocalSocketException>(() => LocalListener.Listen(path)).Message.ShouldContain($"{LocalSocket.MostPathBytes} bytes");
        (await Should.ThrowAsync<LocalSocketException>(LocalSocket.ConnectAsync(path, Stop))).Message.ShouldContain(path);
    }

    [Fact]
    public async Task Path_AsLongAsTheSystemTakes_IsTaken()
    {
        var path = _folder.File("");
        path += new string('x', LocalSocket.MostPathBytes - path.Length);

        using var listener = LocalListener.Listen(path);

        await using var connection = (await LocalSocket.ConnectAsync(path, Stop)).ShouldNotBeNull();
    }

    // The file that was listened at under another name is not removed with the listener.
    private void LeaveStale()
    {
        using (LocalListener.Listen(_folder.File("a/first.sock")))
            File.Move(_folder.File("a/first.sock"), SocketPath);
        File.Exists(SocketPath).ShouldBeTrue();
    }

    private async Task ShouldTalkAsync(LocalListener listener)
    {
        await using var client = (await LocalSocket.ConnectAsync(SocketPath, Stop)).ShouldNotBeNull();
        await using var server = await listener.AcceptAsync(Stop);
        var heard = new byte[1];
        await client.WriteAsync(new byte[] { 7 }, Stop);
        await server.ReadExactlyAsync(heard, Stop);
        heard[0].ShouldBe((byte)7);
        await server.WriteAsync(new byte[] { 8 }, Stop);
        await client.ReadExactlyAsync(heard, Stop);
        heard[0].ShouldBe((byte)8);
    }
}
