using System.Text.Json;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.Gateway.Protocol;

namespace Vexera.Sandbox.Gateway.Handlers;

/// <summary>Gives each frame of a client to the one who knows its opcode.</summary>
internal sealed class OpcodeHandler(
    GatewayServices services,
    IdentifyHandler identify,
    ResumeHandler resume,
    GuildMembersHandler guildMembers,
    VoiceStateHandler voiceState,
    GuildExtrasHandler extras)
{
    /// <exception cref="ProtocolException">The frame ends the connection.</exception>
    public void Handle(GatewayConnection connection, ClientFrame frame)
    {
        switch (frame.Opcode)
        {
            case GatewayOpcode.Heartbeat:
                Acknowledge(connection, frame);
                return;
            case GatewayOpcode.Identify:
                identify.Handle(connection, frame.Object);
                return;
            case GatewayOpcode.Resume:
                resume.Handle(connection, frame.Object);
                return;
        }

        if (connection.Session is not { } session)
        {
            throw new ProtocolException(GatewayClose.NotAuthenticated, "not-authenticated", $"opcode {(int)frame.Opcode} before IDENTIFY");
        }

        switch (frame.Opcode)
        {
            case GatewayOpcode.PresenceUpdate:
                PresencePayload.Check(frame.Object);
                break;
            case GatewayOpcode.VoiceStateUpdate:
                voiceState.Handle(session, frame.Object);
                break;
            case GatewayOpcode.RequestGuildMembers:
                guildMembers.Handle(session, frame.Object);
                break;
            case GatewayOpcode.RequestSoundboardSounds:
                extras.SendSounds(session, frame.Object);
                break;
            case GatewayOpcode.RequestChannelInfo:
                extras.SendChannelInfo(session, frame.Object);
                break;
            default:
                throw new ProtocolException(GatewayClose.UnknownOpcode, "unknown-opcode", $"opcode {(int)frame.Opcode}");
        }
    }

    private void Acknowledge(GatewayConnection connection, ClientFrame frame)
    {
        if (frame.Data.ValueKind is not (JsonValueKind.Number or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            throw ClientFrame.Undecodable("\"d\" of a heartbeat must be a sequence number or null");
        }

        services.Stats.Increment("heartbeats");
        if (connection.Session is { } session && frame.Data.ValueKind == JsonValueKind.Number
            && (!frame.Data.TryGetInt64(out var sequence) || sequence > session.LastSequence))
        {
            services.Stats.RecordViolation("heartbeat-seq", $"a heartbeat says {frame.Data}; the last event was {session.LastSequence}", connection.Name);
        }

        if (services.Faults.Take(GatewayFaultKind.WithholdAcks, connection.Session?.Shard.Id) is null)
        {
            connection.Post(ServerFrames.HeartbeatAck);
        }
    }
}
