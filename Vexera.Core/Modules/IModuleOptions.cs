namespace Vexera.Core.Modules;

/// <summary>What the options of every module have.</summary>
internal interface IModuleOptions
{
    /// <summary>Whether the module is on. Off, its commands are gone and its handlers do not run.</summary>
    bool Enabled { get; }
}
