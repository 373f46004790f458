using System.Text.Json;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Commands, buttons, menus and forms that members use.</summary>
internal sealed class Interactions(WorldState state, Users users, Channels channels)
{
    private const int MostKept = 10_000;

    public Interaction? Find(ulong id) => state.Interactions.GetValueOrDefault(id);

    public Interaction? FindByToken(string token) => state.InteractionTokens.TryGetValue(token, out var id) ? Find(id) : null;

    /// <summary>The form that was opened last for a user in a channel.</summary>
    public Interaction? LastModal(ulong applicationId, ulong channelId, ulong userId, string customId) => state.Interactions.Values
        .Where(interaction => interaction.ApplicationId == applicationId && interaction.ChannelId == channelId && interaction.User.Id == userId
            && interaction.ResponseData is { } data && data.TryGetProperty("custom_id", out var id) && id.GetString() == customId)
        .MaxBy(interaction => interaction.Id);

    /// <summary>A member uses something; the application's bot is told.</summary>
    /// <param name="applicationId">Whose command or component it is.</param>
    /// <param name="type">What kind.</param>
    /// <param name="channelId">Where.</param>
    /// <param name="userId">Who.</param>
    /// <param name="data">The <c>data</c> that the bot receives, <c>resolved</c> included.</param>
    /// <param name="messageId">The message whose component it is.</param>
    /// <param name="nonce">How the client of the person knows it.</param>
    public Interaction Create(
        ulong applicationId, InteractionType type, ulong channelId, ulong userId, JsonElement data, ulong? messageId = null, string? nonce = null)
    {
        lock (state.Gate)
        {
            var channel = state.Channel(channelId);
            var user = state.User(userId);
            var guild = channel.GuildId is { } guildId ? state.Guild(guildId) : null;
            var id = state.Ids.Next();
            var interaction = new Interaction(id, applicationId, type, $"aW50ZXJhY3Rpb246{users.TokenOf(id).Replace(".", "", StringComparison.Ordinal)}", channelId, user, data.Clone())
            {
                GuildId = guild?.Id,
                CreatedAt = state.Now,
                Locale = user.Locale,
                MessageId = messageId,
                Nonce = nonce,
            };
            Keep(interaction);
            var message = messageId is { } known ? state.Messages.GetValueOrDefault(channelId)?.Find(known) : null;
            state.Publish(MessageEvents.Interacted(interaction, new InteractionScene(
                channel,
                guild,
                message,
                channels.PermissionsOf(userId, channel),
                guild is null ? PermissionSets.DirectConversation : channels.PermissionsOf(applicationId, channel))));
            return interaction;
        }
    }

    /// <summary>Records an answer or its progress.</summary>
    public Interaction Change(ulong id, Func<Interaction, Interaction> change)
    {
        lock (state.Gate)
        {
            var interaction = state.Interactions[id] = change(Find(id) ?? throw WorldException.UnknownInteraction());
            state.Publish(MessageEvents.InteractionChanged(interaction));
            return interaction;
        }
    }

    private void Keep(Interaction interaction)
    {
        if (state.Interactions.Count >= MostKept)
        {
            foreach (var old in state.Interactions.Keys.Order().Take(MostKept / 10))
            {
                if (state.Interactions.TryRemove(old, out var forgotten))
                {
                    state.InteractionTokens.TryRemove(forgotten.Token, out _);
                }
            }
        }

        state.Interactions[interaction.Id] = interaction;
        state.InteractionTokens[interaction.Token] = interaction.Id;
    }
}
