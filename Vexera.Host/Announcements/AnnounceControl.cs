using System.Text.Json;
using Vexera.Core.Storage;
using Vexera.Host.Control;

namespace Vexera.Host.Announcements;

/// <summary><c>vexera announce</c> in the running bot.</summary>
/// <param name="desk">Does it.</param>
internal sealed class AnnounceControl(AnnounceDesk desk) : IControlCommand
{
    /// <summary>The command's name.</summary>
    public const string CommandName = "announce";

    /// <inheritdoc/>
    public string Name => CommandName;

    /// <inheritdoc/>
    /// <exception cref="ControlException">The request is none, or the database cannot be used.</exception>
    public async Task<JsonElement> RunAsync(JsonElement? arguments, CancellationToken cancellationToken)
    {
        try
        {
            var request = arguments?.Deserialize(AnnounceJson.Default.AnnounceRequest) ?? throw new ControlException(ControlText.BadRequest);
            var reply = await desk.AnswerAsync(request, AnnounceDesk.CommandLine, waits: false, cancellationToken);
            return JsonSerializer.SerializeToElement(reply, AnnounceJson.Default.AnnounceReply);
        }
        catch (JsonException e)
        {
            throw new ControlException(ControlText.BadRequest, e);
        }
        catch (StorageException e)
        {
            throw new ControlException(e.Message, e);
        }
    }
}
