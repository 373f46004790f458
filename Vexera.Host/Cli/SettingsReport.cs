using Vexera.Host.Configuration;

namespace Vexera.Host.Cli;

/// <summary>Tells what is wrong with settings.</summary>
internal static class SettingsReport
{
    /// <summary>A line for each problem.</summary>
    /// <returns>Whether the settings can be used: no problem is an error.</returns>
    public static bool Tell(IEnumerable<SettingProblem> problems, Terminal terminal)
    {
        var canBeUsed = true;
        foreach (var problem in problems)
        {
            terminal.Error.WriteLine((problem.IsError ? CliText.Error : CliText.Warning).With(problem.Text));
            canBeUsed &= !problem.IsError;
        }

        return canBeUsed;
    }
}
