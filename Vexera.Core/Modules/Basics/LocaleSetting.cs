using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Basics;

/// <summary>The guild's language; none of its own unless set.</summary>
internal sealed class LocaleSetting : GuildSetting
{
    /// <inheritdoc/>
    public override string Name => LanguageChoice.Setting;

    /// <inheritdoc/>
    public override Text Title => BasicsText.LocaleTitle;

    /// <inheritdoc/>
    public override Text Allowed => BasicsText.LocaleAllowed(string.Join(", ", LanguageCatalog.All.Select(language => InlineCode.Of(language.Code))));

    /// <inheritdoc/>
    public override string Default => "";

    /// <inheritdoc/>
    public override bool IsAllowed(string value) => LanguageCatalog.All.Any(language => language.Code == value);
}
