namespace Vexera.Core.State.Sessions;

/// <summary>What an event of a shard is good for.</summary>
internal enum EventVerdict
{
    /// <summary>It belongs to an ended session or came before: for nobody.</summary>
    Stale,

    /// <summary>An earlier process has handled it: for State only.</summary>
    Handled,

    /// <summary>For State and handlers.</summary>
    Fresh,
}
