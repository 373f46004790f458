using System.Text.Json;
using Vexera.Core.Net.Local;

namespace Vexera.Host.Control;

/// <summary>Asks the running bot.</summary>
/// <param name="path">The full path of its socket.</param>
/// <param name="time">The clock.</param>
internal sealed class ControlClient(string path, TimeProvider time)
{
    private const int MostAnswerBytes = 16 * 1024 * 1024;

    // Longer than a command may take.
    private static readonly TimeSpan Patience = ControlDesk.Deadline + ControlDesk.Patience;

    /// <summary>Asks for a command.</summary>
    /// <param name="request">The command.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the command gives; null when no bot listens.</returns>
    /// <exception cref="ControlException">The bot says that it cannot be done, or gives no answer.</exception>
    /// <exception cref="LocalSocketException">The socket is too long a path, or another user's.</exception>
    public async Task<JsonElement?> AskAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        if (await LocalSocket.ConnectAsync(path, cancellationToken) is not { } connection)
            return null;
        await using var disposal = connection;
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(request, ControlJson.Default.ControlRequest), (byte)'\n'];
            await connection.WriteAsync(line, either.Token);
            if (await LineReader.ReadAsync(connection, MostAnswerBytes, either.Token) is not { } answer)
                throw new ControlException(ControlText.NoAnswer.With(path));
            return Result(JsonSerializer.Deserialize(answer.Span, ControlJson.Default.ControlAnswer));
        }
        catch (JsonException e)
        {
            throw new ControlException(ControlText.BadAnswer.With(path), e);
        }
        catch (Exception e) when (e is IOException || late.IsCancellationRequested)
        {
            throw new ControlException(ControlText.NoAnswer.With(path), e);
        }
    }

    private JsonElement Result(ControlAnswer? answer) => answer switch
    {
        { Error: { } error } => throw new ControlException(error),
        { Result: { } result } => result,
        _ => throw new ControlException(ControlText.BadAnswer.With(path)),
    };
}
