namespace Vexera.Benchmarks.Contenders;

/// <summary>How one guild's handler is stuck.</summary>
internal enum StuckHow
{
    /// <summary>It is not.</summary>
    Not,

    /// <summary>It waits for something that does not come, and holds no thread.</summary>
    Waiting,

    /// <summary>It does not give its thread back.</summary>
    HoldingItsThread,
}
