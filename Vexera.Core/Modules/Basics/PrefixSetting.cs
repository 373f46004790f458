using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Basics;

/// <summary>The guild's prefix; empty for none.</summary>
/// <param name="prefixes">The prefixes.</param>
internal sealed class PrefixSetting(GuildPrefixes prefixes) : GuildSetting
{
    /// <inheritdoc/>
    public override string Name => GuildPrefixes.Setting;

    /// <inheritdoc/>
    public override Text Title => BasicsText.PrefixTitle;

    /// <inheritdoc/>
    public override Text Allowed => BasicsText.PrefixAllowed;

    /// <inheritdoc/>
    public override string Default => prefixes.Default;

    /// <inheritdoc/>
    public override bool IsAllowed(string value) => value.Length == 0 || PrefixRules.Broken(value) is null;
}
