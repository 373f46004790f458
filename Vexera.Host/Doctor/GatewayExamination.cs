using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Rest;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Connects to the gateway, waits for its HELLO, and leaves; no identify is spent.</summary>
internal sealed class GatewayExamination(IDiscordRest rest, IGatewayConnector connector, TimeProvider time) : IExamination
{
    private const int LongestHello = 4096;
    private const int NormalClosure = 1000;

    /// <inheritdoc/>
    public string Subject => DoctorText.Gateway;

    /// <inheritdoc/>
    public bool NeedsDiscord => true;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var bot = await rest.Gateway.GetBotAsync(cancellationToken);
        var start = time.GetTimestamp();
        try
        {
            using var transport = await connector.ConnectAsync(GatewayUrl.WithQuery(bot.Url, GatewayCompression.None), cancellationToken);
            using var ending = cancellationToken.Register(transport.Dispose);
            var hello = await ReadAsync(transport);
            if (EnvelopeReader.Read(hello, out var envelope) != BadFrameKind.None || envelope.Opcode != Opcode.Hello)
                return Wrong(bot.Url, DoctorText.GatewayNoHello);
            await transport.CloseAsync(NormalClosure, "", cancellationToken);
            return Finding.Right(DoctorText.GatewayRight.With(bot.Url, time.GetElapsedTime(start).TotalMilliseconds));
        }
        catch (IOException e)
        {
            return Wrong(bot.Url, e.Message);
        }
    }

    private static Finding Wrong(Uri url, string why) =>
        Finding.Wrong(ExitCode.Unreachable, DoctorText.GatewayWrong.With(url, why), DoctorText.GatewayRemedy);

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(IGatewayTransport transport)
    {
        var buffer = new byte[LongestHello];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await transport.ReadAsync(buffer.AsMemory(length));
            length += read.Count;
            if (read.EndOfMessage || read.Ended is not null)
                break;
        }

        return buffer.AsMemory(0, length);
    }
}
