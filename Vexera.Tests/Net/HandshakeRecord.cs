using System.Buffers.Binary;

namespace Vexera.Tests.Net;

/// <summary>
/// Stands under a TLS server and reads its first answer. A resumed TLS 1.3 session shows as the extension pre_shared_key in
/// ServerHello (RFC 8446, section 4.2.11), a resumed TLS 1.2 session as a handshake without a certificate (RFC 5246, section 7.3).
/// </summary>
internal sealed class HandshakeRecord(Stream inner) : Stream
{
    private const int RecordHeader = 5;
    private const int MessageHeader = 4;
    private const byte HandshakeContent = 22;
    private const byte CertificateMessage = 11;
    private const ushort PreSharedKey = 41;
    private const ushort SupportedVersions = 43;
    private const int RandomLength = 32;
    private readonly MemoryStream _written = new();

    /// <summary>Whether the handshake resumed an earlier session. To be asked once it is over.</summary>
    public bool IsResumed
    {
        get
        {
            var messages = Messages();
            var extensions = Extensions(messages);
            return extensions.Contains(SupportedVersions)
                ? extensions.Contains(PreSharedKey)
                : TypeAfter(messages) != CertificateMessage;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _written.Write(buffer.Span);
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // The handshake messages in plain text: those of TLS 1.2 up to ChangeCipherSpec, and ServerHello of TLS 1.3.
    private byte[] Messages()
    {
        var bytes = _written.ToArray();
        using var messages = new MemoryStream();
        var at = 0;
        while (at + RecordHeader <= bytes.Length && bytes[at] == HandshakeContent)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 3));
            messages.Write(bytes, at + RecordHeader, length);
            at += RecordHeader + length;
        }

        return messages.ToArray();
    }

    private static int HelloLength(byte[] messages) => BinaryPrimitives.ReadUInt16BigEndian(messages.AsSpan(2));

    private static int TypeAfter(byte[] messages)
    {
        var next = MessageHeader + HelloLength(messages);
        return next < messages.Length ? messages[next] : -1;
    }

    private static HashSet<ushort> Extensions(byte[] messages)
    {
        var end = MessageHeader + HelloLength(messages);
        var at = MessageHeader + sizeof(ushort) + RandomLength;
        // The session id, the cipher suite and the compression method stand between.
        at += 1 + messages[at] + sizeof(ushort) + 1;
        var found = new HashSet<ushort>();
        for (at += sizeof(ushort); at + 4 <= end; at += 4 + BinaryPrimitives.ReadUInt16BigEndian(messages.AsSpan(at + 2)))
            found.Add(BinaryPrimitives.ReadUInt16BigEndian(messages.AsSpan(at)));
        return found;
    }
}
