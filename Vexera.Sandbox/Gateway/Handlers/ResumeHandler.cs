using System.Text.Json;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Gateway.Handlers;

/// <summary>Goes on with sessions. <see href="https://discord.com/developers/docs/events/gateway#resuming"/></summary>
internal sealed class ResumeHandler(GatewayServices services)
{
    private static readonly WorldEvent Resumed = new(GatewaySession.ResumedName, static (json, _) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("_trace");
        json.WriteStringValue("[\"vexera-sandbox\"]");
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <exception cref="ProtocolException">The sequence or the token is wrong.</exception>
    public void Handle(GatewayConnection connection, JsonElement data)
    {
        if (connection.Session is not null)
        {
            throw new ProtocolException(GatewayClose.AlreadyAuthenticated, "already-authenticated", "RESUME on a connection that has a session");
        }

        var (token, sessionId, sequence) = Parse(data);
        var user = services.World.Users.Authenticate(token, bare: true)
            ?? throw new ProtocolException(GatewayClose.AuthenticationFailed, "bad-token", "RESUME with an unknown token");
        var session = services.Sessions.Find(sessionId);
        if (Interrupted(connection, session))
        {
            return;
        }

        if (session is null || session.User.Id != user.Id)
        {
            Refuse(connection, null);
            return;
        }

        switch (session.Resume(connection, sequence, Resumed))
        {
            case ResumeOutcome.NeverSent:
                services.Sessions.Remove(session);
                throw new ProtocolException(
                    GatewayClose.InvalidSequence, "invalid-seq", $"RESUME says {sequence}; the last event was {session.LastSequence}");
            case ResumeOutcome.Forgotten:
                Refuse(connection, session);
                return;
        }

        services.Sessions.StopExpiry(session);
        services.Stats.Increment("resumes");
        services.Stats.Increment(connection.Origin.ByResumeUrl ? "resumes_by_resume_url" : "resumes_by_other_url");
        connection.Continue(session);
    }

    private bool Interrupted(GatewayConnection connection, GatewaySession? session)
    {
        if (services.Faults.Take(GatewayFaultKind.CloseOnResume, session?.Shard.Id) is { } close)
        {
            connection.Close((GatewayClose)close.Code, "");
            return true;
        }

        if (services.Faults.Take(GatewayFaultKind.InvalidateOnResume, session?.Shard.Id) is not { } invalid)
        {
            return false;
        }

        if (session is not null && !invalid.Resumable)
        {
            services.Sessions.Remove(session);
        }

        connection.Post(ServerFrames.InvalidSession(invalid.Resumable));
        return true;
    }

    private void Refuse(GatewayConnection connection, GatewaySession? session)
    {
        if (session is not null)
        {
            services.Sessions.Remove(session);
        }

        services.Stats.Increment("resumes_refused");
        connection.Post(ServerFrames.InvalidSession(resumable: false));
    }

    private static (string Token, string SessionId, long Sequence) Parse(JsonElement data)
    {
        if (data.TryGetProperty("token", out var token) && token.ValueKind == JsonValueKind.String
            && data.TryGetProperty("session_id", out var session) && session.ValueKind == JsonValueKind.String
            && data.TryGetProperty("seq", out var seq) && seq.ValueKind == JsonValueKind.Number && seq.TryGetInt64(out var sequence))
        {
            return (token.GetString()!, session.GetString()!, sequence);
        }

        throw ClientFrame.Undecodable("RESUME needs token, session_id and seq");
    }
}
