namespace Vexera.Core.Modules.Greeting;

/// <summary>What the bot says when it is added.</summary>
public sealed class GreetingOptions : IModuleOptions
{
    /// <summary>Whether the module is on. Guilds joined while it is off are never thanked. Followed while running.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Whether the bot says thanks, once, in a guild that it was added to. Guilds joined while this is off are never thanked.
    /// Followed while running.
    /// </summary>
    public bool Thanks { get; set; } = true;
}
