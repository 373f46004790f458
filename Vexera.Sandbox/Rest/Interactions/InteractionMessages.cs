using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routes;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>The answers to an interaction: the first one, called <c>@original</c>, and what follows it.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"/>
internal static class InteractionMessages
{
    private const string Original = "@original";
    private const int ResponseDeferred = 5;

    /// <summary>The interaction that the path's token belongs to; null when it is a webhook's.</summary>
    /// <exception cref="RestException">The token is spent, or nothing was answered yet.</exception>
    public static Interaction? Find(RestCall call)
    {
        if (call.World.Interactions.FindByToken(call.Text("webhook_token")) is not { } interaction || interaction.ApplicationId != call.Id("webhook_id"))
            return call.World.Users.Application(call.Id("webhook_id")) is null ? null : throw WorldException.UnknownWebhook();
        if (InteractionDeadlines.IsSpent(interaction, call.World.Now))
            throw new RestException(RestErrors.InvalidWebhookToken);
        return interaction.ResponseType is null ? throw WorldException.UnknownWebhook() : interaction;
    }

    /// <summary>Says something more; right after "thinking…" it becomes the first answer.</summary>
    public static Message Create(RestCall call, Interaction interaction)
    {
        if (interaction is { State: InteractionState.Deferred, ResponseType: ResponseDeferred })
            return EditOriginal(call, interaction);

        var draft = MessageIntake.Draft(call, call.Form, interaction.ChannelId, mayBeEphemeral: true);
        return call.World.Messages.Create(interaction.ChannelId, Author(call, interaction), Address(interaction, draft) with
        {
            Type = MessageType.Reply,
            Interaction = Origin(interaction) with { OriginalResponseMessageId = interaction.ResponseMessageId },
            Reference = interaction.ResponseMessageId is { } first ? new MessageReference(interaction.ChannelId, first, interaction.GuildId) : null,
        });
    }

    public static Message Get(RestCall call, Interaction interaction) => call.Text("message_id") == Original
        ? call.World.Messages.Get(interaction.ChannelId, interaction.ResponseMessageId ?? throw WorldException.UnknownMessage())
        : Own(call, interaction);

    public static Message Edit(RestCall call, Interaction interaction) =>
        call.Text("message_id") == Original ? EditOriginal(call, interaction) : Change(call, Own(call, interaction));

    public static void Delete(RestCall call, Interaction interaction)
    {
        var message = Get(call, interaction);
        call.World.Messages.Delete(message.ChannelId, message.Id, new Actor(interaction.ApplicationId));
        if (message.Id == interaction.ResponseMessageId)
            call.World.Interactions.Change(interaction.Id, now => now with { ResponseMessageId = null, State = InteractionState.Answered });
    }

    /// <summary>Fills in whose answer a message is and who sees it.</summary>
    public static MessageDraft Address(Interaction interaction, MessageDraft draft) => draft with
    {
        WebhookId = interaction.ApplicationId,
        ApplicationId = interaction.ApplicationId,
        VisibleTo = draft.Flags.HasFlag(MessageFlags.Ephemeral) ? interaction.User.Id : null,
    };

    public static InteractionOrigin Origin(Interaction interaction) =>
        new(interaction.Id, (int)interaction.Type, CommandName(interaction), interaction.User)
        {
            InstalledBy = interaction.GuildId,
            InteractedMessageId = interaction.MessageId,
        };

    public static User Author(RestCall call, Interaction interaction) => call.World.Users.Get(interaction.ApplicationId);

    private static Message EditOriginal(RestCall call, Interaction interaction)
    {
        var message = call.World.Messages.Get(interaction.ChannelId, interaction.ResponseMessageId ?? throw WorldException.UnknownMessage());
        var after = Change(call, message);
        if (interaction.State == InteractionState.Deferred)
            call.World.Interactions.Change(interaction.Id, now => now with { State = InteractionState.Answered });
        return after;
    }

    private static Message Change(RestCall call, Message message) => call.World.Messages.Edit(
        message.ChannelId,
        message.Id,
        MessageIntake.Change(call, call.Form, message),
        isEdit: !message.Flags.HasFlag(MessageFlags.Loading));

    private static Message Own(RestCall call, Interaction interaction)
    {
        var message = call.World.Messages.Get(interaction.ChannelId, call.Id("message_id"));
        return message.Interaction?.Id == interaction.Id || message.Id == interaction.MessageId ? message : throw WorldException.UnknownMessage();
    }

    private static string? CommandName(Interaction interaction) =>
        interaction.Type == InteractionType.ApplicationCommand && interaction.Data.TryGetProperty("name", out var name) ? name.GetString() : null;
}
