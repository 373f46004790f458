using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Rest;

namespace Vexera.Core.Modules.Alerts;

/// <summary>The places that the settings of the moment name.</summary>
internal sealed class AlertPlaces(IOptionsMonitor<AlertOptions> options, IDiscordRest rest)
{
    /// <summary>None, one or two.</summary>
    public IReadOnlyList<IAlertPlace> Current
    {
        get
        {
            var settings = options.CurrentValue;
            var places = new List<IAlertPlace>();
            if (Snowflake.TryParse(settings.ChannelId, null, out var channel) && !channel.IsNone)
                places.Add(new ChannelPlace(channel, rest));
            if (settings.WebhookUrl is { } url && WebhookAddress.TryParse(url, out var webhook))
                places.Add(new WebhookPlace(webhook, rest));
            return places;
        }
    }

    /// <summary>Who is pinged.</summary>
    public IReadOnlyList<Snowflake> Mention =>
        [.. options.CurrentValue.MentionUsers.Select(id => Snowflake.TryParse(id, null, out var user) ? user : default).Where(user => !user.IsNone)];

    private sealed class ChannelPlace(Snowflake channel, IDiscordRest rest) : IAlertPlace
    {
        public string Name => $"channel {channel}";

        public async Task<Snowflake> PostAsync(OutgoingMessage message, string nonce, CancellationToken cancellationToken) =>
            (await rest.Channels.CreateMessageAsync(channel, message with { Nonce = nonce, EnforceNonce = true }, cancellationToken)).Id;

        public Task EditAsync(Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
            rest.Channels.EditMessageAsync(channel, messageId, message, cancellationToken);
    }

    private sealed class WebhookPlace(WebhookAddress webhook, IDiscordRest rest) : IAlertPlace
    {
        public string Name => $"webhook {webhook.Id}";

        public async Task<Snowflake> PostAsync(OutgoingMessage message, string nonce, CancellationToken cancellationToken) =>
            (await rest.Webhooks.ExecuteAsync(webhook.Id, webhook.Token, message, cancellationToken)).Id;

        public Task EditAsync(Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
            rest.Webhooks.EditMessageAsync(webhook.Id, webhook.Token, messageId, message, cancellationToken);
    }
}
