using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routes;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>The application's first answer to an interaction.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response"/>
internal sealed class CallbackRoutes(InteractionDeadlines deadlines)
{
    private const int Message = 4, Deferred = 5, DeferredUpdate = 6, Update = 7, Suggestions = 8, Modal = 9;

    public void Map(RouteTable routes) =>
        routes.Post("/interactions/{interaction_id}/{interaction_token}/callback", Answer, Limits.None, Access.Public);

    private RestResult Answer(RestCall call)
    {
        var found = call.World.Interactions.Find(call.Id("interaction_id"));
        if (found is null || found.Token != call.Text("interaction_token"))
            throw WorldException.UnknownInteraction();

        var type = call.Form.Choice("type", required: true, Allowed(found));
        call.Form.Errors.ThrowIfAny();
        var answered = call.World.Atomically(() => Answer(call, type!.Value));
        if (answered.State == InteractionState.Deferred && type == Deferred)
            deadlines.Watch(answered);
        return call.QueryFlag("with_response") ? Show(call, answered, type!.Value) : RestResult.NoContent;
    }

    /// <summary>Under the world's lock: of two answers one is the first.</summary>
    private Interaction Answer(RestCall call, int type)
    {
        var interaction = call.World.Interactions.Find(call.Id("interaction_id"))!;
        if (interaction.ResponseType is not null)
            throw new RestException(RestErrors.AlreadyAcknowledged);
        if (interaction.State != InteractionState.Waiting || !deadlines.IsOpen(interaction, call.World.Now))
            throw WorldException.UnknownInteraction();

        var after = Perform(call, interaction, type) with { ResponseType = type };
        var kept = call.World.Interactions.Change(interaction.Id, _ => after);
        call.World.Publish(type switch
        {
            Modal => InteractionNotices.Modal(kept),
            Suggestions => InteractionNotices.Suggestions(kept),
            _ => InteractionNotices.Succeeded(kept),
        });
        return kept;
    }

    private static Interaction Perform(RestCall call, Interaction interaction, int type)
    {
        var data = call.Form.Object("data", required: type is Message or Suggestions or Modal);
        call.Form.Errors.ThrowIfAny();
        switch (type)
        {
            case Message:
                return Say(call, interaction, MessageIntake.Draft(call, data!, interaction.ChannelId, mayBeEphemeral: true));
            case Deferred:
                var flags = MessageFlags.Loading | (data is null ? 0 : MessageForm.ReadFlags(data, mayBeEphemeral: true));
                return Say(call, interaction, new MessageDraft { Flags = flags }) with { State = InteractionState.Deferred };
            case DeferredUpdate:
                return interaction with { State = InteractionState.Deferred, ResponseMessageId = interaction.MessageId };
            case Update:
                var source = call.World.Messages.Get(interaction.ChannelId, interaction.MessageId!.Value);
                if (data is not null)
                    call.World.Messages.Edit(source.ChannelId, source.Id, MessageIntake.Change(call, data, source));
                return interaction with { State = InteractionState.Answered, ResponseMessageId = source.Id };
            case Suggestions:
                return interaction with { State = InteractionState.Answered, ResponseData = JsonSerializer.SerializeToElement(ReadSuggestions(data!)) };
            default:
                return interaction with { State = InteractionState.Answered, ResponseData = JsonSerializer.SerializeToElement(ReadModal(data!)) };
        }
    }

    private static Interaction Say(RestCall call, Interaction interaction, MessageDraft draft)
    {
        var isCommand = interaction.Type == InteractionType.ApplicationCommand;
        var isMenu = isCommand && interaction.Data.GetProperty("type").GetInt32() != CommandForm.ChatInput;
        var message = call.World.Messages.Create(interaction.ChannelId, InteractionMessages.Author(call, interaction), InteractionMessages.Address(interaction, draft) with
        {
            Type = isMenu ? MessageType.ContextMenuCommand : isCommand ? MessageType.ChatInputCommand : MessageType.Reply,
            Interaction = InteractionMessages.Origin(interaction),
            Reference = interaction.MessageId is { } source ? new MessageReference(interaction.ChannelId, source, interaction.GuildId) : null,
        });
        return interaction with
        {
            State = InteractionState.Answered,
            ResponseMessageId = message.Id,
            Ephemeral = message.Flags.HasFlag(MessageFlags.Ephemeral),
        };
    }

    private static JsonObject ReadSuggestions(Form data)
    {
        var choices = new JsonArray();
        foreach (var choice in data.Objects("choices", 25, required: true))
        {
            var json = new JsonObject();
            CommandText.ReadName(choice, json, 100, slash: false);
            choice.Require("value");
            if (choice.HasValue("value"))
                json["value"] = JsonNode.Parse(choice.Json.GetProperty("value").GetRawText());
            choices.Add(json);
        }

        data.Errors.ThrowIfAny();
        return new JsonObject { ["choices"] = choices };
    }

    private static JsonObject ReadModal(Form data)
    {
        var modal = new JsonObject
        {
            ["custom_id"] = data.String("custom_id", 1, 100, required: true),
            ["title"] = data.String("title", 1, 45, required: true),
            ["components"] = ComponentForm.ReadModal(data),
        };
        data.Errors.ThrowIfAny();
        return modal;
    }

    private static int[] Allowed(Interaction interaction) => interaction.Type switch
    {
        InteractionType.Autocomplete => [Suggestions],
        InteractionType.ApplicationCommand => [Message, Deferred, Modal],
        InteractionType.MessageComponent => [Message, Deferred, DeferredUpdate, Update, Modal],
        _ => interaction.MessageId is null ? [Message, Deferred] : [Message, Deferred, DeferredUpdate, Update],
    };

    private static RestResult Show(RestCall call, Interaction interaction, int type)
    {
        var message = interaction.ResponseMessageId is { } id ? call.World.Messages.Find(interaction.ChannelId, id) : null;
        return RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("interaction");
            json.WriteId("id", interaction.Id);
            json.WriteNumber("type", (int)interaction.Type);
            if (message is not null)
            {
                json.WriteId("response_message_id", message.Id);
                json.WriteBoolean("response_message_loading", message.Flags.HasFlag(MessageFlags.Loading));
                json.WriteBoolean("response_message_ephemeral", message.VisibleTo is not null);
            }

            json.WriteEndObject();
            if (message is not null && type != DeferredUpdate)
            {
                json.WriteStartObject("resource");
                json.WriteNumber("type", type == Update ? Update : Message);
                json.WritePropertyName("message");
                MessageJson.Write(json, message, new Viewer(interaction.ApplicationId));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }
}
