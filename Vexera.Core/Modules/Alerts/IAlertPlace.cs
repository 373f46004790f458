using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Modules.Alerts;

/// <summary>Where alerts are told. Calls fail as Core's REST does.</summary>
internal interface IAlertPlace
{
    /// <summary>What it is, with its id and without secrets: <c>channel 123</c>.</summary>
    string Name { get; }

    /// <summary>Posts a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="nonce">The same for the same message, where Discord looks for that.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its id.</returns>
    Task<Snowflake> PostAsync(OutgoingMessage message, string nonce, CancellationToken cancellationToken);

    /// <summary>Changes a message.</summary>
    Task EditAsync(Snowflake messageId, OutgoingMessage message, CancellationToken cancellationToken);
}
