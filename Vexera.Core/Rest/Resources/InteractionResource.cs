using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Rest.Resources;

/// <inheritdoc cref="IInteractionResource"/>
internal sealed class InteractionResource(RestClient client) : IInteractionResource
{
    private static readonly RestRoute Callback = new(HttpMethod.Post, "/interactions/{interaction}/{token}/callback")
    {
        Authenticated = false,
        CountsGlobally = false,
        Essential = true,
        // After 3 seconds Discord takes no answer.
        Patience = TimeSpan.FromSeconds(2.5),
    };

    private static readonly RestRoute GetOriginal = new(HttpMethod.Get, "/webhooks/{application}/{token}/messages/@original") { Authenticated = false };
    private static readonly RestRoute EditOriginal = new(HttpMethod.Patch, "/webhooks/{application}/{token}/messages/@original") { Authenticated = false };
    private static readonly RestRoute DeleteOriginal = new(HttpMethod.Delete, "/webhooks/{application}/{token}/messages/@original") { Authenticated = false };
    private static readonly RestRoute CreateFollowUp = new(HttpMethod.Post, "/webhooks/{application}/{token}") { Authenticated = false };

    public Task RespondAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, new(InteractionCallback.MessageType, message.WithoutCreation()), cancellationToken);

    public Task DeferAsync(Interaction interaction, bool ephemeral, CancellationToken cancellationToken) =>
        CallBackAsync(
            interaction,
            new(InteractionCallback.DeferredType, ephemeral ? new OutgoingMessage { Flags = OutgoingMessage.Ephemeral } : null),
            cancellationToken);

    public Task UpdateMessageAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, new(InteractionCallback.UpdateType, message.WithoutCreation()), cancellationToken);

    public Task DeferUpdateAsync(Interaction interaction, CancellationToken cancellationToken) =>
        CallBackAsync(interaction, new(InteractionCallback.DeferredUpdateType, null), cancellationToken);

    public Task SuggestAsync(Interaction interaction, IReadOnlyList<CommandOptionChoice> suggestions, CancellationToken cancellationToken) =>
        client.SendAsync(
            Callback.To(interaction.Id, interaction.Token)
                .WithJson(new SuggestionCallback(InteractionCallback.SuggestionType, new SuggestionData(suggestions)), RestJson.Default.SuggestionCallback),
            cancellationToken);

    public Task<Message> GetResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        client.SendAsync(GetOriginal.To(interaction.ApplicationId, interaction.Token), DiscordJson.Default.Message, cancellationToken);

    public Task<Message> EditResponseAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        client.SendAsync(
            EditOriginal.To(interaction.ApplicationId, interaction.Token).WithMessage(message.WithoutCreation()),
            DiscordJson.Default.Message,
            cancellationToken);

    public Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken) =>
        client.SendAsync(DeleteOriginal.To(interaction.ApplicationId, interaction.Token), cancellationToken);

    public Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        client.SendAsync(
            CreateFollowUp.To(interaction.ApplicationId, interaction.Token)
                .WithQuery($"wait=true")
                .WithMessage(message.WithoutCreation()),
            DiscordJson.Default.Message,
            cancellationToken);

    private Task CallBackAsync(Interaction interaction, InteractionCallback callback, CancellationToken cancellationToken)
    {
        var request = Callback.To(interaction.Id, interaction.Token)
            .WithJson(callback with { Data = callback.Data?.WithAttachments() }, RestJson.Default.InteractionCallback);
        return client.SendAsync(request with { Files = callback.Data?.Files ?? [] }, cancellationToken);
    }
}
