namespace Vexera.Core.Modules.Cache;

/// <summary>The owner's command about what is kept in memory: cache.</summary>
public sealed class CacheOptions : IModuleOptions
{
    /// <summary>Whether the module is on. Followed while running.</summary>
    public bool Enabled { get; set; } = true;
}
