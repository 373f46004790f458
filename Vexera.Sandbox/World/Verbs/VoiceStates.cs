using System.Globalization;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Who is in which voice channel.</summary>
internal sealed class VoiceStates(WorldState state)
{
    /// <summary>A member joins, moves, or with a null channel leaves.</summary>
    public void Set(ulong guildId, ulong userId, ulong? channelId, Func<VoiceState, VoiceState>? draft = null)
    {
        lock (state.Gate)
        {
            var guild = state.Guild(guildId);
            var before = guild.VoiceStates.GetValueOrDefault(userId);
            if (before is null && channelId is null)
            {
                return;
            }

            var session = before?.SessionId ?? state.Ids.Next().ToString("x", CultureInfo.InvariantCulture);
            var now = (before ?? new VoiceState(userId, channelId ?? 0, session)) with { ChannelId = channelId ?? before!.ChannelId };
            now = draft?.Invoke(now) ?? now;
            guild = state.Guilds.Change(guildId, one => one with
            {
                VoiceStates = channelId is null ? one.VoiceStates.Remove(userId) : one.VoiceStates.SetItem(userId, now),
            });
            state.Publish(MemberEvents.VoiceChanged(guild, now, channelId));
        }
    }
}
