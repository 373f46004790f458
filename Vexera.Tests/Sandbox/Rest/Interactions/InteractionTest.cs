using System.Text.Json;

namespace Vexera.Tests.Sandbox.Rest.Interactions;

/// <summary>People who use things, and a bot that is told.</summary>
public abstract class InteractionTest : RestTest
{
    /// <summary>What the bot was told last.</summary>
    internal Told LastTold
    {
        get
        {
            var data = Events("INTERACTION_CREATE").Last(one => one.TryGetProperty("token", out _));
            return new Told(data, data.GetProperty("id").GetString()!, data.GetProperty("token").GetString()!);
        }
    }

    internal async Task<ulong> Register(object command) => (await Bot.Post($"applications/{BotId}/commands", command)).Id;

    internal Task<RestReply> Use(RestClient person, ulong command, object? options = null, int type = 2, ulong? channel = null, string? nonce = null) =>
        Send(person, type, new { id = $"{command}", options }, channel: channel, nonce: nonce);

    internal Task<RestReply> Press(RestClient person, ulong message, object data) =>
        Send(person, 3, data is string json ? JsonDocument.Parse(json).RootElement : data, message);

    internal Task<RestReply> Send(RestClient person, int type, object data, ulong? message = null, ulong? channel = null, string? nonce = null) =>
        person.Post("interactions", new
        {
            type,
            application_id = $"{BotId}",
            guild_id = $"{Guild.Id}",
            channel_id = $"{channel ?? General}",
            message_id = message is null ? null : $"{message}",
            session_id = "s",
            nonce,
            data,
        });

    /// <summary>Callbacks and follow-ups carry their own token, as libraries send them.</summary>
    internal Task<RestReply> Answer(Told told, object body, string query = "") =>
        Client(null).Post($"interactions/{told.Id}/{told.Token}/callback{query}", body);

    internal static string Webhook(Told told) => $"webhooks/{BotId}/{told.Token}";

    internal sealed record Told(JsonElement Data, string Id, string Token)
    {
        public JsonElement Options => Data.GetProperty("data").GetProperty("options");
    }
}
