using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Modules.Moderation.Cleaning;

/// <summary>
/// Goes through pages of a channel, newest first, and sorts what is meant: to be deleted, pinned, too old. No I/O.
/// </summary>
/// <param name="request">What is meant.</param>
/// <param name="now">The time.</param>
internal sealed class CleanSelection(CleanRequest request, DateTimeOffset now)
{
    /// <summary>
    /// What Discord deletes together is younger than 14 days; an hour is left, for what is young enough when it is found and not
    /// when it is deleted would refuse all.
    /// </summary>
    public static readonly TimeSpan Youth = TimeSpan.FromDays(14) - TimeSpan.FromHours(1);

    private readonly List<Snowflake> _chosen = [];

    /// <summary>The messages to delete, newest first.</summary>
    public IReadOnlyList<Snowflake> Chosen => _chosen;

    /// <summary>How many that are meant are pinned.</summary>
    public int Pinned { get; private set; }

    /// <summary>How many that are meant are too old.</summary>
    public int TooOld { get; private set; }

    /// <summary>Whether no more pages are needed: enough is found, or all that is left is too old.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Takes in a page.</summary>
    public void Add(IEnumerable<Message> page)
    {
        foreach (var message in page)
        {
            if (IsFull && TooOld == 0)
                return;
            Sort(message);
        }
    }

    private void Sort(Message message)
    {
        // A reply may come from a cache that does not know where the page was to begin.
        if (message.Id >= request.Before || !request.Wants(message) || _chosen.Count == request.Amount)
            return;
        if (message.Pinned)
            Pinned++;
        else if (now - message.Id.CreatedAt >= Youth)
            (TooOld, IsFull) = (TooOld + 1, true);
        else
            _chosen.Add(message.Id);
        IsFull |= _chosen.Count == request.Amount;
    }
}
