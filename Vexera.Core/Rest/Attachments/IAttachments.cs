using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Rest.Attachments;

/// <summary>Reads files that people sent.</summary>
internal interface IAttachments
{
    /// <summary>Reads a whole file from where Discord keeps it.</summary>
    /// <param name="attachment">The file.</param>
    /// <param name="most">The most bytes to take.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="AttachmentException">It is too large, lies elsewhere than with Discord, or cannot be read.</exception>
    Task<byte[]> ReadAsync(Attachment attachment, int most, CancellationToken cancellationToken);
}

/// <summary>Why a file was not read.</summary>
internal enum AttachmentProblem
{
    /// <summary>It has more bytes than are taken.</summary>
    TooLarge,

    /// <summary>Its address is not one of Discord's.</summary>
    Elsewhere,

    /// <summary>No answer came, or another than the file.</summary>
    Unreadable,
}

/// <summary>A file was not read.</summary>
/// <param name="problem">Why.</param>
/// <param name="inner">The failure underneath, if any.</param>
internal sealed class AttachmentException(AttachmentProblem problem, Exception? inner = null)
    : Exception($"An attachment was not read: {problem}.", inner)
{
    /// <summary>Why.</summary>
    public AttachmentProblem Problem { get; } = problem;
}
