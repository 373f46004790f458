using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Modules.Basics;

/// <summary>The basic commands: help, ping, about, health, nodeinfo, invite, support, prefix, locale, userlocale.</summary>
public sealed class BasicsOptions : IModuleOptions
{
    /// <summary>Whether the module is on. Followed while running.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Where the command `support` sends people: an http or https address, such as a server's invite. Followed while running.</summary>
    [RegularExpression("^https?://.+", ErrorMessage = "an http or https address")]
    public Uri? SupportUrl { get; set; }
}
