using System.Globalization;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Chat.Api;
using Vexera.Sandbox.Chat.Model;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>Sends what the member uses, and keeps it until the bot has answered or Discord has given up on it.</summary>
internal sealed class InteractionDesk : IDisposable
{
    private const int ModalResponse = 9;

    private readonly ChatSession _session;
    private readonly MessageApi _api;
    private readonly string _sessionId = Guid.NewGuid().ToString("N");
    private int _count;
    private string? _asked;

    public InteractionDesk(ChatSession session, MessageApi api)
    {
        (_session, _api) = (session, api);
        session.InteractionChanged += Apply;
    }

    /// <summary>A bot asks the member to fill in a form.</summary>
    public event Action<Interaction>? FormOpened;

    public IReadOnlyList<PendingInteraction> Pending { get; private set; } = [];

    /// <summary>Values that the bot suggests for the option being typed.</summary>
    public IReadOnlyList<ChatChoice> Suggestions { get; private set; } = [];

    /// <summary>The commands of the bots here that the member may use; none where that was refused.</summary>
    public async Task<IReadOnlyList<CommandLeaf>> GetCommandsAsync()
    {
        if (_session is not { Me: { } me, Channel: { } channel }) return [];
        try
        {
            return CommandLeaf.Of(await _api.GetCommandsAsync(me.Token, _session.Guild?.Guild.Id, channel.Id));
        }
        catch (ApiException)
        {
            return [];
        }
    }

    public Task UseCommandAsync(CommandDraft draft) =>
        SendAsync(InteractionType.ApplicationCommand, New(draft.ToString()), draft.Leaf.Command.ApplicationId, draft.ToData());

    /// <summary>Presses a button, or chooses <paramref name="values"/> of a menu.</summary>
    public Task UseComponentAsync(ChatMessage message, ChatComponent component, IReadOnlyList<string>? values = null)
    {
        var data = new JsonObject { ["component_type"] = (int)component.Type, ["custom_id"] = component.CustomId };
        if (values is not null) data["values"] = new JsonArray([.. values.Select(v => (JsonNode)v)]);
        var pending = New(component.Label ?? component.Placeholder ?? "") with { Message = message.Id, CustomId = component.CustomId };
        return SendAsync(InteractionType.MessageComponent, pending, message.ApplicationId ?? message.Author.Id, data);
    }

    public Task SubmitFormAsync(ulong application, string customId, string title, JsonArray components) =>
        SendAsync(InteractionType.ModalSubmit, New(title), application, new JsonObject { ["custom_id"] = customId, ["components"] = components });

    /// <summary>Asks the bot for values of an option; they come to <see cref="Suggestions"/>, and a refusal means none.</summary>
    public async Task SuggestAsync(CommandDraft draft, ChatOption option)
    {
        if (_session.Me is not { } me) return;
        var pending = New("");
        _asked = pending.Nonce;
        try
        {
            var body = Body(InteractionType.Autocomplete, pending, draft.Leaf.Command.ApplicationId, draft.ToData(option));
            await _api.InteractAsync(me.Token, body);
        }
        catch (ApiException)
        {
            Suggestions = [];
        }
    }

    public void ClearSuggestions() => Suggestions = [];

    public bool IsPending(ChatMessage message, ChatComponent component) =>
        Pending.Any(p => p.Failure is null && p.Message == message.Id && p.CustomId == component.CustomId);

    public void Dismiss(PendingInteraction pending) => Replace(pending, null);

    public void Dispose() => _session.InteractionChanged -= Apply;

    private void Apply(Interaction interaction)
    {
        if (interaction.Type == InteractionType.Autocomplete)
        {
            if (interaction.Nonce != _asked || interaction.ResponseData is not { } data || !data.TryGetProperty("choices", out var choices)) return;
            Suggestions = Wire.Read<IReadOnlyList<ChatChoice>>(choices) ?? [];
            _session.Notify(ChatParts.Interactions);
            return;
        }
        if (interaction.State == InteractionState.Waiting || Pending.FirstOrDefault(p => p.Nonce == interaction.Nonce) is not { Failure: null } pending) return;
        Replace(pending, interaction.State == InteractionState.Failed ? pending with { Failure = Texts.NoAnswer } : null);
        if (interaction.ResponseType == ModalResponse) FormOpened?.Invoke(interaction);
    }

    private async Task SendAsync(InteractionType type, PendingInteraction pending, ulong application, JsonObject data)
    {
        if (_session.Me is not { } me) return;
        Pending = [.. Pending.Where(p => p.Failure is null), pending];
        _session.Notify(ChatParts.Interactions);
        try
        {
            await _api.InteractAsync(me.Token, Body(type, pending, application, data));
        }
        catch (ApiException refused)
        {
            Replace(pending, pending with { Failure = refused.Message });
        }
    }

    private void Replace(PendingInteraction pending, PendingInteraction? now)
    {
        Pending = [.. Pending.Select(p => p.Nonce == pending.Nonce ? now : p).OfType<PendingInteraction>()];
        _session.Notify(ChatParts.Interactions);
    }

    private PendingInteraction New(string label) =>
        new($"{_session.Time.GetUtcNow().ToUnixTimeMilliseconds()}{++_count % 1000:000}", _session.Channel?.Id ?? 0, label);

    private JsonObject Body(InteractionType type, PendingInteraction pending, ulong application, JsonObject data)
    {
        var body = new JsonObject
        {
            ["type"] = (int)type,
            ["application_id"] = Text(application),
            ["channel_id"] = Text(pending.Channel),
            ["session_id"] = _sessionId,
            ["nonce"] = pending.Nonce,
            ["data"] = data,
        };
        if (_session.Guild is { } guild) body["guild_id"] = Text(guild.Guild.Id);
        if (pending.Message is { } message) body["message_id"] = Text(message);
        return body;
    }

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
