using Spectre.Console;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Shows findings: on a terminal as a table at the end, elsewhere as plain lines at once.</summary>
internal abstract class DoctorReport
{
    /// <summary>A report that suits the terminal.</summary>
    public static DoctorReport To(Terminal terminal) => terminal.IsInteractive ? new TableReport(terminal.Out) : new PlainReport(terminal.Out);

    /// <summary>Adds a row.</summary>
    public abstract void Add(string subject, Finding finding);

    /// <summary>All rows are there.</summary>
    public abstract void Close();

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Right => DoctorText.Right,
        Verdict.Wrong => DoctorText.Wrong,
        _ => DoctorText.Unknown,
    };

    private sealed class PlainReport(TextWriter output) : DoctorReport
    {
        public override void Add(string subject, Finding finding)
        {
            output.WriteLine($"{Word(finding.Verdict),-8}{subject,-14}{finding.Seen}");
            if (finding.Remedy is not null)
                output.WriteLine($"{"",-22}{finding.Remedy}");
        }

        public override void Close() => output.Flush();
    }

    private sealed class TableReport(TextWriter output) : DoctorReport
    {
        private readonly Table _table = new Table().Border(TableBorder.Rounded)
            .AddColumn("").AddColumn(DoctorText.ColumnSubject).AddColumn(DoctorText.ColumnSeen).AddColumn(DoctorText.ColumnRemedy);

        public override void Add(string subject, Finding finding)
        {
            var color = finding.Verdict switch { Verdict.Right => Color.Green, Verdict.Wrong => Color.Red, _ => Color.Yellow };
            _table.AddRow(new Text(Word(finding.Verdict), color), new Text(subject), new Text(finding.Seen), new Text(finding.Remedy ?? ""));
        }

        public override void Close() =>
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(_table);
    }
}
