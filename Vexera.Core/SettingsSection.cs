namespace Vexera.Core;

/// <summary>A section of the configuration and the options class it is read into: what may stand there.</summary>
/// <param name="Path">The section's path, such as <c>Gateway</c> or <c>Modules:Greeting</c>.</param>
/// <param name="OptionsType">The class; its annotations are the rules, its initial values the defaults.</param>
/// <param name="CrossCheck">Runs the rules across values on an instance of the class; gives what is wrong, empty when nothing is.</param>
internal sealed record SettingsSection(
    string Path, Type OptionsType, Func<IServiceProvider, object, IEnumerable<string>> CrossCheck);
