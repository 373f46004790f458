namespace Vexera.Core.Dispatch.Merging;

/// <summary>One of two fleets that receive the same events of a bot beside each other.</summary>
internal enum FleetSide
{
    /// <summary>The fleet that ran first; its stream is whole.</summary>
    Old,

    /// <summary>The fleet that is to take over; its stream begins somewhere in the old one's.</summary>
    New,
}
