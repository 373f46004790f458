namespace Vexera.Core.Monitoring.Alerts;

/// <summary>The alerts now and past. Safe to use from anywhere.</summary>
internal interface IAlertBoard
{
    /// <summary>What fires now, the worst first, then the oldest.</summary>
    IReadOnlyList<Alert> Firing { get; }

    /// <summary>What is resolved, the newest first, those of earlier processes included.</summary>
    /// <param name="most">How many to give at most; no more than some hundreds are kept.</param>
    IReadOnlyList<Alert> Past(int most);

    /// <summary>Raised after something began to fire, was resolved or has new figures. Handlers return at once; what they throw is logged.</summary>
    event Action? Changed;
}
