namespace Vexera.Core.Gateway.Session;

/// <summary>What to do with an event.</summary>
internal enum DispatchVerdict
{
    /// <summary>Pass it on.</summary>
    Pass,

    /// <summary>It was passed on before: drop it.</summary>
    Repeated,

    /// <summary>There is no session that it could belong to: drop it.</summary>
    NoSession,
}
