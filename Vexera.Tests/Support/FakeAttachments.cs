using System.Text;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest.Attachments;

namespace Vexera.Tests.Support;

/// <summary>Files that people sent, without a network.</summary>
internal sealed class FakeAttachments : IAttachments
{
    private readonly Dictionary<Snowflake, byte[]> _files = [];

    /// <summary>A file with this text.</summary>
    public Attachment Add(string content)
    {
        var id = new Snowflake((ulong)_files.Count + 1);
        _files[id] = Encoding.UTF8.GetBytes(content);
        return new Attachment { Id = id, Filename = "settings.json", Size = _files[id].Length, Url = new Uri($"https://cdn.discordapp.com/attachments/1/{id}/settings.json") };
    }

    public Task<byte[]> ReadAsync(Attachment attachment, int most, CancellationToken cancellationToken) =>
        !_files.TryGetValue(attachment.Id, out var content) ? throw new AttachmentException(AttachmentProblem.Unreadable)
        : content.Length > most ? throw new AttachmentException(AttachmentProblem.TooLarge)
        : Task.FromResult(content);
}
