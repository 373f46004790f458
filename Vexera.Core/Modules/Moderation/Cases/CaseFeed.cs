namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>Tells all who watch.</summary>
internal sealed class CaseFeed(IEnumerable<ICaseWatcher> watchers)
{
    private readonly ICaseWatcher[] _watchers = [.. watchers];

    /// <summary>Tells them of a change that is in the database.</summary>
    public void Tell(CaseChangeKind kind, Case changed)
    {
        var change = new CaseChange(kind, changed);
        foreach (var watcher in _watchers)
            watcher.OnChange(change);
    }
}
