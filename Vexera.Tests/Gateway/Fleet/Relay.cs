using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Vexera.Tests.Gateway.Fleet;

/// <summary>A stretch of network between a bot and a sandbox: it can refuse, reset and swallow.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly Uri _target;
    private readonly int _port;
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<Stretch, bool> _stretches = new();
    private readonly ConcurrentBag<Task> _running = [];
    private TcpListener? _listener;
    private int _accepted;

    public Relay(Uri target)
    {
        _target = target;
        Listen(new TcpListener(IPAddress.Loopback, 0));
        _port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>How many connections came through.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Whether new connections are reset as soon as they are open.</summary>
    public bool ResetsNewOnes { get; set; }

    /// <summary>Whether nothing passes any more, in either direction, on new connections and old ones.</summary>
    public bool IsBlackHole { get; set; }

    /// <summary>Nobody listens any more: new connections are refused.</summary>
    public void Refuse()
    {
        _listener?.Stop();
        _listener = null;
    }

    /// <summary>Listens again.</summary>
    public void Listen() => Listen(new TcpListener(IPAddress.Loopback, _port));

    /// <summary>Resets every open connection (RST).</summary>
    public void Reset()
    {
        foreach (var stretch in _stretches.Keys)
            stretch.Reset();
    }

    public async ValueTask DisposeAsync()
    {
        Refuse();
        await _ending.CancelAsync();
        Reset();
        await Task.WhenAll(_running);
        _ending.Dispose();
    }

    private void Listen(TcpListener listener)
    {
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        _listener = listener;
        _running.Add(AcceptAsync(listener));
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync(_ending.Token);
                Interlocked.Increment(ref _accepted);
                _running.Add(CarryAsync(near));
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            listener.Dispose();
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var stretch = new Stretch(near);
        _stretches[stretch] = true;
        try
        {
            if (ResetsNewOnes)
                stretch.Reset();
            else
                await stretch.RunAsync(_target, () => IsBlackHole, _ending.Token);
        }
        catch (Exception ended) when (ended is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            stretch.Reset();
        }
        finally
        {
            _stretches.TryRemove(stretch, out _);
        }
    }

    private sealed class Stretch(TcpClient near) : IDisposable
    {
        private readonly TcpClient _far = new();

        public async Task RunAsync(Uri target, Func<bool> isBlackHole, CancellationToken cancellationToken)
        {
            await _far.ConnectAsync(IPAddress.Loopback, target.Port, cancellationToken);
            await await Task.WhenAny(
                CarryAsync(near.GetStream(), _far.GetStream(), isBlackHole, cancellationToken),
                CarryAsync(_far.GetStream(), near.GetStream(), isBlackHole, cancellationToken));
        }

        public void Reset()
        {
            foreach (var end in new[] { near, _far })
            {
                if (end.Client is { } socket)
                    socket.LingerState = new LingerOption(true, 0);
                end.Close();
            }
        }

        public void Dispose()
        {
            near.Dispose();
            _far.Dispose();
        }

        private static async Task CarryAsync(NetworkStream from, NetworkStream to, Func<bool> isBlackHole, CancellationToken cancellationToken)
        {
            var buffer = new byte[16 * 1024];
            while (await from.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                if (!isBlackHole())
                    await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
    }
}
