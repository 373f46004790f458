using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Permissions.Parts;

/// <summary>
/// A rule in a file: <c>{ "for": "role:30", "node": "basics.*", "effect": "allow" }</c>; for <c>everyone</c>, <c>role:id</c> or
/// <c>user:id</c>. Who set it and when stays with the guild.
/// </summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Subject">For whom.</param>
/// <param name="Node">What; whether there is such a node is not asked.</param>
/// <param name="Effect">Which of both.</param>
internal sealed record FileRule(string Path, NodeSubject Subject, string Node, NodeEffect Effect)
{
    private const string For = "for";
    private const string NodeName = "node";
    private const string EffectName = "effect";
    private const string Everyone = "everyone";
    private const string Role = "role:";
    private const string User = "user:";

    /// <summary>Writes a rule.</summary>
    public static JsonObject Write(NodeRule rule) => new()
    {
        [For] = Write(rule.Subject),
        [NodeName] = rule.Node.Text,
        [EffectName] = rule.Effect.ToString().ToLowerInvariant(),
    };

    /// <summary>A subject as it stands in a file.</summary>
    public static string Write(NodeSubject subject) => subject.Tier switch
    {
        NodeTier.Everyone => Everyone,
        NodeTier.Role => Role + subject.Id,
        _ => User + subject.Id,
    };

    /// <summary>Reads a rule; null when it is none, which is reported then.</summary>
    public static FileRule? Read(JsonElement json, string path, SettingsImport import)
    {
        if (import.ReadObject(json, path, PermissionsText.FileRules, For, NodeName, EffectName) is not { } properties)
            return null;
        if (properties.Count < 3)
        {
            import.Refuse(path, json, PermissionsText.FileRules);
            return null;
        }

        var subject = ReadSubject(properties[For], import.GuildId);
        var effect = ReadEffect(properties[EffectName]);
        var isNode = properties[NodeName].ValueKind == JsonValueKind.String;
        if (subject is null)
            import.Refuse($"{path}.{For}", properties[For], PermissionsText.FileSubject);
        if (!isNode)
            import.Refuse($"{path}.{NodeName}", properties[NodeName], PermissionsText.NodeArgument);
        if (effect is null)
            import.Refuse($"{path}.{EffectName}", properties[EffectName], PermissionsText.FileEffect);
        return subject is null || effect is null || !isNode
            ? null
            : new FileRule(path, subject.Value, properties[NodeName].GetString()!.ToLowerInvariant(), effect.Value);
    }

    private static NodeSubject? ReadSubject(JsonElement json, Snowflake guildId)
    {
        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        if (text == Everyone)
            return new NodeSubject(NodeTier.Everyone, guildId);
        var tier = text.StartsWith(Role, StringComparison.Ordinal) ? NodeTier.Role : NodeTier.User;
        var isKnown = tier == NodeTier.Role || text.StartsWith(User, StringComparison.Ordinal);
        if (!isKnown || !Snowflake.TryParse(text[Role.Length..], CultureInfo.InvariantCulture, out var id))
            return null;
        // Discord's @everyone has the guild's id.
        return tier == NodeTier.Role && id == guildId ? new NodeSubject(NodeTier.Everyone, guildId) : new NodeSubject(tier, id);
    }

    private static NodeEffect? ReadEffect(JsonElement json) => json.ValueKind != JsonValueKind.String ? null : json.GetString() switch
    {
        "allow" => NodeEffect.Allow,
        "deny" => NodeEffect.Deny,
        _ => null,
    };
}
