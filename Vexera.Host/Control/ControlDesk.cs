using System.Text.Json;

namespace Vexera.Host.Control;

/// <summary>Answers one request on one connection. What comes in is bounded in bytes and in time, whatever it is.</summary>
/// <param name="commands">What may be asked.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class ControlDesk(IEnumerable<IControlCommand> commands, TimeProvider time, ILogger<ControlDesk> logger)
{
    /// <summary>How many bytes a request may have.</summary>
    public const int MostRequestBytes = 64 * 1024;

    /// <summary>How long a request may take to come in, and how long an answer may take to be fetched.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long a command may take.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, IControlCommand> _commands = commands.ToDictionary(command => command.Name);

    /// <summary>Reads the request, does what it asks and answers. Failures are the connection's alone.</summary>
    public async Task ServeAsync(Stream connection, CancellationToken stopping)
    {
        await using var disposal = connection;
        try
        {
            var line = await WithinAsync(Patience, reading => LineReader.ReadAsync(connection, MostRequestBytes, reading), stopping);
            var answer = await AnswerAsync(line, stopping);
            byte[] said = [.. JsonSerializer.SerializeToUtf8Bytes(answer, ControlJson.Default.ControlAnswer), (byte)'\n'];
            await WithinAsync(Patience, writing => WriteAsync(connection, said, writing), stopping);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            ControlLog.Abandoned(logger, e.Message);
        }
    }

    private static async Task<int> WriteAsync(Stream connection, byte[] said, CancellationToken cancellationToken)
    {
        await connection.WriteAsync(said, cancellationToken);
        return said.Length;
    }

    private static ControlRequest? Parse(ReadOnlyMemory<byte>? line)
    {
        try
        {
            return line is { } bytes ? JsonSerializer.Deserialize(bytes.Span, ControlJson.Default.ControlRequest) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<ControlAnswer> AnswerAsync(ReadOnlyMemory<byte>? line, CancellationToken stopping)
    {
        if (Parse(line) is not { Command: { } name } request)
            return new ControlAnswer(null, ControlText.BadRequest);
        if (!_commands.TryGetValue(name, out var command))
            return new ControlAnswer(null, ControlText.UnknownCommand.With(name));
        try
        {
            var result = await WithinAsync(Deadline, running => command.RunAsync(request.Arguments, running).WaitAsync(running), stopping);
            ControlLog.Done(logger, name);
            return new ControlAnswer(result);
        }
        catch (ControlException e)
        {
            return new ControlAnswer(null, e.Message);
        }
        catch (OperationCanceledException)
        {
            return new ControlAnswer(null, ControlText.TookTooLong.With(name));
        }
        catch (Exception e)
        {
            ControlLog.Failed(logger, name, e);
            return new ControlAnswer(null, ControlText.Failed.With(name, e.Message));
        }
    }

    private async Task<T> WithinAsync<T>(TimeSpan patience, Func<CancellationToken, Task<T>> work, CancellationToken stopping)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        return await work(either.Token);
    }
}
