using System.Text;
using Vexera.Sandbox.Control;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Faults.Actions;

/// <summary>What happens at once to open connections, of all shards or of <c>shards</c>.</summary>
internal sealed class ConnectionFaults(ConnectionDirectory connections)
{
    private const int LargestFrame = 64 * 1024 * 1024;

    public IReadOnlyDictionary<string, Action<ControlBody>> Kinds => new Dictionary<string, Action<ControlBody>>
    {
        ["drop"] = body => Each(body, connection => connection.Drop()),
        ["reconnect"] = body => Each(body, connection => connection.Post(ServerFrames.Reconnect)),
        ["heartbeat"] = body => Each(body, connection => connection.Post(ServerFrames.HeartbeatRequest)),
        ["invalid-session"] = InvalidateSession,
        ["close"] = Close,
        ["dispatch"] = Dispatch,
        ["oversized"] = Oversize,
        ["frame"] = body => Send(body, static payload => new OutboundFrame.Json(payload)),
        ["truncated"] = body => Send(body, static payload => new OutboundFrame.Truncated(payload)),
        ["garbage"] = Garbage,
    };

    private void InvalidateSession(ControlBody body)
    {
        var resumable = body.Flag("resumable");
        Each(body, connection => connection.Invalidate(resumable));
    }

    private void Close(ControlBody body)
    {
        var code = body.Number("code", 1000, 4999) ?? (int)GatewayClose.UnknownError;
        if (code is 1004 or 1005 or 1006 or 1015 or (> 1014 and < 3000))
        {
            throw new ControlException($"\"code\" is {code}, which no peer may send; it must be 1000 to 1003, 1007 to 1014 or 3000 to 4999.");
        }

        var reason = body.Text("reason") ?? "";
        Each(body, connection => connection.Close((GatewayClose)code, reason));
    }

    private void Dispatch(ControlBody body)
    {
        var name = body.RequiredText("name");
        var data = body.Any("d");
        var raw = body.Text("raw");
        EachSession(body, new WorldEvent(name, (json, _) =>
        {
            if (raw is not null)
            {
                json.WriteRawValue(raw, skipInputValidation: true);
            }
            else if (data is { } element)
            {
                element.WriteTo(json);
            }
            else
            {
                json.WriteNullValue();
            }
        }));
    }

    private void Oversize(ControlBody body)
    {
        var bytes = body.Number("bytes", 1, LargestFrame) ?? LargestFrame / 4;
        EachSession(body, new WorldEvent(body.Text("name") ?? "SANDBOX_OVERSIZED", (json, _) =>
        {
            json.WriteStartObject();
            json.WriteString("padding", new string('x', bytes));
            json.WriteEndObject();
        }));
    }

    private void Send(ControlBody body, Func<ReadOnlyMemory<byte>, OutboundFrame> frame)
    {
        var payload = Encoding.UTF8.GetBytes(body.RequiredText("text"));
        Each(body, connection => connection.Post(frame(payload)));
    }

    private void Garbage(ControlBody body)
    {
        var (text, base64) = (body.Text("text"), body.Text("base64"));
        var binary = body.OptionalFlag("binary") ?? text is null;
        byte[] bytes;
        try
        {
            bytes = base64 is not null ? Convert.FromBase64String(base64) : Encoding.UTF8.GetBytes(text ?? "\u0001\u0002 garbage \u0003");
        }
        catch (FormatException)
        {
            throw new ControlException("\"base64\" is no Base64.");
        }

        Each(body, connection => connection.Post(new OutboundFrame.Raw(bytes, binary)));
    }

    private void EachSession(ControlBody body, WorldEvent happened) => Each(body, connection => connection.Session?.Append(happened));

    private void Each(ControlBody body, Action<GatewayConnection> act)
    {
        var shards = body.Numbers("shards");
        body.RefuseUnknown();
        foreach (var connection in connections.Of(shards))
        {
            act(connection);
        }
    }
}
