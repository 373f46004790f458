using Vexera.Core.Discord.Entities;

namespace Vexera.Core.State;

/// <summary>Who the bot is, as READY said.</summary>
internal interface ISelf
{
    /// <summary>The bot's account; null before the first READY.</summary>
    User? User { get; }

    /// <summary>The bot's application; null before the first READY.</summary>
    Application? Application { get; }

    /// <summary>Completes with the first READY.</summary>
    Task WaitUntilKnownAsync(CancellationToken cancellationToken);
}
