using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Vexera.Tests.Clients;

/// <summary>A running Node program that prints one JSON object a line, each with an <c>event</c>.</summary>
internal sealed class NodeClient : IAsyncDisposable
{
    /// <summary>Generous: the machine may be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly List<JsonElement> _seen = [];

    private NodeClient(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
                _errors.AppendLine(line.Data);
        };
    }

    public static NodeClient Start(string node, string folder, string script, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(node, [script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var client = new NodeClient(Process.Start(start)!);
        client._process.BeginErrorReadLine();
        return client;
    }

    /// <summary>Everything printed so far with this name.</summary>
    public IEnumerable<JsonElement> Seen(string name) => _seen.Where(line => NameOf(line) == name);

    /// <summary>Reads on until a line has this name, and if given is the one meant.</summary>
    public async Task<JsonElement> ReadUntilAsync(string name, Func<JsonElement, bool>? meant = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            if (await ReadAsync(name, patience.Token) is not { } line)
                throw new ShouldAssertException($"The program ended before \"{name}\".\n{Transcript()}");

            if (NameOf(line) == "error")
                throw new ShouldAssertException(line.GetProperty("message").GetString());
            if (NameOf(line) == name && (meant is null || meant(line)))
                return line;
        }
    }

    public async Task<int> WaitForExitAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<JsonElement?> ReadAsync(string name, CancellationToken cancellation)
    {
        string? text;
        try
        {
            text = await _process.StandardOutput.ReadLineAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new ShouldAssertException($"No \"{name}\" in {Patience.TotalSeconds} s.\n{Transcript()}");
        }

        if (text is null)
            return null;

        using var document = JsonDocument.Parse(text);
        var line = document.RootElement.Clone();
        _seen.Add(line);
        return line;
    }

    private string Transcript()
    {
        lock (_errors)
            return string.Join('\n', _seen) + '\n' + _errors;
    }

    private static string? NameOf(JsonElement line) => line.GetProperty("event").GetString();
}
