namespace Vexera.Core;

/// <summary>A section of the configuration and the options class it is read into: what may stand there.</summary>
/// <param name="Path">The section's path, such as <c>Gateway</c> or <c>Modules:Greeting</c>.</param>
/// <param name="OptionsType">The class; its annotations are the rules, its initial values the defaults.</param>
internal sealed record SettingsSection(string Path, Type OptionsType);
