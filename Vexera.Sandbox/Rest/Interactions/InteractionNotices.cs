using System.Text.Json;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>What the client of the person who used something is told of it; bots receive none of these.</summary>
internal static class InteractionNotices
{
    public static WorldEvent Created(Interaction interaction) => ToPerson("INTERACTION_CREATE", interaction);

    public static WorldEvent Succeeded(Interaction interaction) => ToPerson("INTERACTION_SUCCESS", interaction);

    /// <summary>The client shows that the application did not respond.</summary>
    public static WorldEvent Failed(Interaction interaction) => ToPerson("INTERACTION_FAILURE", interaction);

    /// <summary>The client opens a form.</summary>
    public static WorldEvent Modal(Interaction interaction) => ToPerson("INTERACTION_MODAL_CREATE", interaction, json =>
    {
        json.WriteId("channel_id", interaction.ChannelId);
        json.WriteId("application_id", interaction.ApplicationId);
        foreach (var field in interaction.ResponseData!.Value.EnumerateObject())
            field.WriteTo(json);
    });

    /// <summary>The client shows suggestions.</summary>
    public static WorldEvent Suggestions(Interaction interaction) => ToPerson("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE", interaction, json =>
        json.WriteElement("choices", interaction.ResponseData!.Value.GetProperty("choices")));

    private static WorldEvent ToPerson(string name, Interaction interaction, Action<Utf8JsonWriter>? more = null) => new(name, (json, _) =>
    {
        json.WriteStartObject();
        json.WriteId("id", interaction.Id);
        json.WriteString("nonce", interaction.Nonce);
        more?.Invoke(json);
        json.WriteEndObject();
    })
    {
        ChannelId = interaction.ChannelId,
        Recipients = [interaction.User.Id],
        Subject = interaction,
    };
}
