namespace Vexera.Host.Configuration;

/// <summary>Something about the configuration that a person should know.</summary>
/// <param name="IsError">Whether the bot cannot work with it; otherwise a warning.</param>
/// <param name="Text">One line: where, what stands there (secrets redacted), and what is allowed.</param>
internal sealed record SettingProblem(bool IsError, string Text);
