namespace Vexera.Core.Net;

/// <summary>Randomness for spreading things in time.</summary>
internal interface IJitter
{
    /// <summary>A number from 0 up to, but not including, 1. Safe to call from anywhere.</summary>
    double Next();
}
