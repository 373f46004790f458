namespace Vexera.Core.Dispatch;

/// <summary>Which modules are on, by the settings of the moment.</summary>
internal interface IModuleSwitches
{
    /// <summary>Whether the module is on; a name that is no module's is always on.</summary>
    bool IsOn(string module);

    /// <summary>Calls back after a switch may have changed, until the result is disposed.</summary>
    IDisposable OnChange(Action changed);
}
