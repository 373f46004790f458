using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Commands;
using Vexera.Core.Modules.Moderation.Escalation;
using Vexera.Core.Modules.Moderation.ModLog;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Moderation.Parts;

/// <summary>
/// How a guild has its moderation: <c>{ "modlog": "20", "escalation": [ … ] }</c>, the channel of the mod log, left out when it is
/// off, and the rules of <see cref="FileEscalation"/>.
/// </summary>
internal sealed class ModerationPart(
    IGuildSettings settings, EscalationStore escalations, ModLogQueue queue, ISelf self, TimeProvider time) : IGuildSettingsPart
{
    private const string ModLog = ModLogChannel.Setting;
    private const string Escalation = "escalation";

    /// <inheritdoc/>
    public string Name => "moderation";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Text>> ShowAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        var channel = (await settings.ReadAsync(guildId, cancellationToken))[ModLog];
        var rules = await escalations.ListAsync(guildId, cancellationToken);
        return [Shown(channel), .. rules.Count == 0 ? [ModerationText.EscalationNone] : rules.Select(EscalationCommands.Of)];
    }

    /// <inheritdoc/>
    public async ValueTask<JsonNode> ExportAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        var written = new JsonObject();
        if ((await settings.ReadAsync(guildId, cancellationToken))[ModLog] is { } channel)
            written[ModLog] = channel;
        written[Escalation] = new JsonArray([.. (await escalations.ListAsync(guildId, cancellationToken)).Select(FileEscalation.Write)]);
        return written;
    }

    /// <inheritdoc/>
    public async ValueTask<SettingsChange?> ReadAsync(JsonElement json, SettingsImport import, CancellationToken cancellationToken)
    {
        if (import.ReadObject(json, Name, ModerationText.FileModeration, ModLog, Escalation) is not { } properties)
            return null;
        var channelBefore = (await settings.ReadAsync(import.GuildId, cancellationToken))[ModLog];
        var rulesBefore = await escalations.ListAsync(import.GuildId, cancellationToken);
        var channel = properties.TryGetValue(ModLog, out var place) ? ReadChannel(place, channelBefore, import) : null;
        var rules = properties.TryGetValue(Escalation, out var list) ? FileEscalation.ReadAll(list, $"{Name}.{Escalation}", import) : [];

        var fresh = rules.Except(rulesBefore).ToList();
        var gone = rulesBefore.Where(rule => rules.All(other => other.Warnings != rule.Warnings)).ToList();
        if (channel == channelBefore && fresh.Count + gone.Count == 0)
            return null;
        List<Text> lines = channel == channelBefore ? [] : [Shown(channel)];
        lines.AddRange(fresh.Select(rule => ModerationText.EscalationSet(EscalationCommands.Of(rule))));
        lines.AddRange(gone.Select(rule => ModerationText.EscalationRemoved(rule.Warnings)));
        return new SettingsChange(
            lines,
            async connection =>
            {
                await EscalationStore.ReplaceAsync(connection, import.GuildId, rules);
                await settings.SetAsync(connection, import.GuildId, ModLog, channel);
                if (channelBefore is null && channel is not null)
                    await ModLogStore.BeginAfreshAsync(connection, import.GuildId);
            },
            () =>
            {
                settings.Reload(import.GuildId, [ModLog]);
                queue.Add(import.GuildId);
            });
    }

    // The channel that is set already is not questioned.
    private string? ReadChannel(JsonElement json, string? before, SettingsImport import)
    {
        var path = $"{Name}.{ModLog}";
        if (json.ValueKind == JsonValueKind.String && json.GetString() == before)
            return before;
        if (json.ValueKind != JsonValueKind.String
            || !Snowflake.TryParse(json.GetString(), CultureInfo.InvariantCulture, out var id)
            || import.Call.Guild?.Channels.TryGetValue(id, out var channel) != true
            || !ChannelKind.Text.Includes(channel!))
        {
            import.Refuse(path, json, ChannelKind.Text.Allowed);
            return before;
        }

        var missing = ModLogPoster.Needed & ~ChannelAccess.OfBot(import.Call.Guild, self.User, id, time.GetUtcNow());
        if (missing != Permission.None)
            import.Object(path, id.ToString(), ModLogText.NotAllowed($"<#{id}>", PermissionNames.Of(missing)));
        return id.ToString();
    }

    private static Text Shown(string? channel) => channel is null ? ModLogText.ShownOff : ModLogText.Shown($"<#{channel}>");
}
