namespace Vexera.Core.Modules.Shards;

/// <summary>The owner's command about the connections to Discord: shards.</summary>
public sealed class ShardsOptions : IModuleOptions
{
    /// <summary>Whether the module is on. Followed while running.</summary>
    public bool Enabled { get; set; } = true;
}
