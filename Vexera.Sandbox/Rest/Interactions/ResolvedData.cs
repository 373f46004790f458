using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Routes;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>Collects what the ids in an interaction stand for.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-resolved-data-structure"/>
internal sealed class ResolvedData(RestCall call, Channel channel)
{
    private readonly JsonObject _resolved = [];
    private readonly Guild? _guild = channel.GuildId is { } id ? call.World.Guilds.Get(id) : null;

    /// <summary>Null when nothing was referred to.</summary>
    public JsonObject? ToJson() => _resolved.Count > 0 ? _resolved : null;

    public bool AddUser(ulong id)
    {
        if (call.World.Users.Find(id) is not { } user)
            return false;

        Put("users", id, json => UserJson.Write(json, user));
        if (_guild?.Members.GetValueOrDefault(id) is { } member)
            Put("members", id, json => MemberJson.WriteWithPermissions(json, member, call.World.Channels.PermissionsOf(id, channel), withUser: false));
        return true;
    }

    public bool AddRole(ulong id)
    {
        if (_guild?.Roles.GetValueOrDefault(id) is not { } role)
            return false;

        Put("roles", id, json => RoleJson.Write(json, role));
        return true;
    }

    /// <summary>The registration may allow some types only.</summary>
    public bool AddChannel(ulong id, JsonElement? registered = null)
    {
        if (_guild?.Channels.GetValueOrDefault(id) is not { } found)
            return false;
        if (registered is { } option && option.TryGetProperty("channel_types", out var types) && types.GetArrayLength() > 0
            && types.EnumerateArray().All(type => type.GetInt32() != (int)found.Type))
            return false;

        Put("channels", id, json =>
        {
            json.WriteStartObject();
            json.WriteId("id", found.Id);
            json.WriteString("name", found.Name);
            json.WriteNumber("type", (int)found.Type);
            json.WriteId("parent_id", found.ParentId);
            json.WriteId("guild_id", found.GuildId);
            json.WriteNumber("flags", found.Flags);
            json.WriteNumber("position", found.Position);
            json.WritePermissions("permissions", call.Permissions(found));
            json.WriteEndObject();
        });
        return true;
    }

    public bool AddMessage(ulong id)
    {
        if (call.World.Messages.Find(channel.Id, id) is not { } message)
            return false;

        Put("messages", id, json => MessageJson.Write(json, message, new Viewer(call.User.Id)));
        return true;
    }

    /// <summary>A file that came with the request; the option holds its number.</summary>
    public bool AddAttachment(ulong index)
    {
        if (call.Body.Files.FirstOrDefault(file => (ulong)file.Index == index) is not { } file)
            return false;

        var attachment = MessageIntake.Attach(call, channel.Id, file, null, null);
        Put("attachments", index, json => AttachmentJson.Write(json, attachment with { Id = index, Ephemeral = true }));
        return true;
    }

    private void Put(string kind, ulong id, Action<Utf8JsonWriter> write)
    {
        if (_resolved[kind] is not JsonObject things)
            _resolved[kind] = things = [];
        things[id.ToString(CultureInfo.InvariantCulture)] = JsonNode.Parse(JsonBytes.Of(write).Span);
    }
}
