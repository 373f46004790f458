namespace Vexera.Core.Commands.Settings;

/// <summary>A table of settings: one row for each owner and setting, with the columns name and value.</summary>
/// <param name="Name">The table.</param>
/// <param name="Owner">The column with the id of the guild or user.</param>
internal readonly record struct SettingsTable(string Name, string Owner);
