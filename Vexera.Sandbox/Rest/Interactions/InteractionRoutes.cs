using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;


namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>What people use, as Discord's own clients send it: commands, buttons, menus, forms.</summary>
internal sealed class InteractionRoutes(InteractionDeadlines deadlines)
{
    public void Map(RouteTable routes) => routes.Post("/interactions", Use, access: Access.People);

    private RestResult Use(RestCall call)
    {
        var form = call.Form;
        var type = (InteractionType)(form.Choice("type", required: true, 2, 3, 4, 5) ?? 0);
        var applicationId = form.Id("application_id", required: true);
        var channelId = form.Id("channel_id", required: true);
        var data = form.Object("data", required: true);
        form.Errors.ThrowIfAny();
        var channel = call.Seen(call.World.Channels.Get(channelId!.Value));
        if (call.World.Users.Application(applicationId!.Value) is not { } application)
            throw new RestException(RestErrors.UnknownApplication);

        var messageId = type == InteractionType.MessageComponent ? form.Id("message_id", required: true) : null;
        var (sent, about) = type switch
        {
            InteractionType.MessageComponent => (UseComponent(call, data!, channel, application, messageId), messageId),
            InteractionType.ModalSubmit => SubmitModal(call, data!, channel, application),
            _ => (UseCommand(call, data!, channel, application, type == InteractionType.ApplicationCommand), null),
        };
        form.Errors.ThrowIfAny();
        Create(call, application, type, channel, sent, about);
        return RestResult.NoContent;
    }

    private void Create(RestCall call, Application application, InteractionType type, Channel channel, JsonObject data, ulong? messageId)
    {
        var nonce = call.Form.String("nonce");
        var interaction = call.World.Atomically(() =>
        {
            var created = call.World.Interactions.Create(
                application.Id, type, channel.Id, call.User.Id, JsonSerializer.SerializeToElement(data), messageId, nonce);
            call.World.Publish(InteractionNotices.Created(created));
            return created;
        });
        deadlines.Watch(interaction);
    }

    private static JsonObject UseCommand(RestCall call, Form data, Channel channel, Application application, bool complete)
    {
        var command = call.World.Commands.Find(data.Id("id", required: true) ?? 0);
        data.Errors.ThrowIfAny();
        if (command is null || command.ApplicationId != application.Id || (command.GuildId is { } guildId && guildId != channel.GuildId))
            throw WorldException.UnknownCommand();

        if (!CommandVisibility.MayUse(call, command, channel))
            throw WorldException.MissingPermissions();
        return new CommandInvocation(call, data, channel, complete).Read(command);
    }

    private static JsonObject UseComponent(RestCall call, Form data, Channel channel, Application application, ulong? messageId)
    {
        call.Form.Errors.ThrowIfAny();
        var message = call.Message(channel, messageId!.Value);
        if (message.ApplicationId != application.Id)
            throw new RestException(RestErrors.UnknownApplication);
        return ComponentUse.ReadMessage(data, message, new ResolvedData(call, channel));
    }

    private static (JsonObject Data, ulong? MessageId) SubmitModal(RestCall call, Form data, Channel channel, Application application)
    {
        var customId = data.String("custom_id", 1, 100, required: true);
        data.Errors.ThrowIfAny();
        var opened = call.World.Interactions.LastModal(application.Id, channel.Id, call.User.Id, customId!) ?? throw WorldException.UnknownInteraction();
        return (ComponentUse.ReadModal(data, opened.ResponseData!.Value), opened.MessageId);
    }
}
