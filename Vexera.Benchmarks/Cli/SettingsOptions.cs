using System.CommandLine;
using System.Globalization;

namespace Vexera.Benchmarks.Cli;

/// <summary>The options of all benchmarks.</summary>
internal sealed class SettingsOptions
{
    private readonly Option<int?> _shards = Number("--shards", "Shards of the bot.", 1, 1_000);
    private readonly Option<int?> _guilds = Number("--guilds", "Guilds of the simulated world.", 2, 1_000_000);
    private readonly Option<int?> _seconds = Number("--seconds", "How long to measure.", 1, 3_600);
    private readonly Option<int?> _secondsOrWhole = Number("--seconds", "How long to measure; 0 for until all is done.", 0, 3_600);
    private readonly Option<int?> _count = Number("--count", "How much there is to do.", 1, 1_000_000);
    private readonly Option<int?> _rate = Number("--rate", "Messages in a second; without it as many as are taken.", 100, 1_000_000);
    private readonly Option<string?> _compression = new("--compression") { Description = "How the gateway compresses.", HelpName = "NAME" };
    private readonly Option<FileInfo> _executable =
        new("--executable") { Description = "A published vexera; without it one is published anew.", HelpName = "FILE" };

    private readonly Option<FileInfo> _json = new("--json") { Description = "Also write the figures here.", HelpName = "FILE" };

    public SettingsOptions()
    {
        _compression.AcceptOnlyFromAmong("None", "ZlibStream", "ZstdStream");
        _executable.AcceptExistingOnly();
    }

    /// <summary>Adds to a command what it heeds.</summary>
    public void AddTo(Command command, Knobs knobs)
    {
        Add(Knobs.Shards, _shards);
        Add(Knobs.Guilds, _guilds);
        Add(Knobs.Seconds, _seconds);
        Add(Knobs.SecondsOrWhole, _secondsOrWhole);
        Add(Knobs.Count, _count);
        Add(Knobs.Rate, _rate);
        Add(Knobs.Compression, _compression);
        Add(Knobs.Executable, _executable);
        command.Add(_json);

        void Add(Knobs knob, Option option)
        {
            if (knobs.HasFlag(knob))
                command.Add(option);
        }
    }

    /// <summary>What the command line says.</summary>
    public BenchmarkSettings Read(ParseResult parsed) => new()
    {
        Shards = parsed.GetValue(_shards),
        Guilds = parsed.GetValue(_guilds),
        Seconds = parsed.GetValue(_seconds) ?? parsed.GetValue(_secondsOrWhole),
        Count = parsed.GetValue(_count),
        Rate = parsed.GetValue(_rate),
        Compression = parsed.GetValue(_compression),
        Executable = parsed.GetValue(_executable)?.FullName,
    };

    /// <summary>Where figures go besides the table, or null.</summary>
    public string? ReadJson(ParseResult parsed) => parsed.GetValue(_json)?.FullName;

    private static Option<int?> Number(string name, string description, int least, int most) => new(name)
    {
        Description = $"{description} {least} to {most}.",
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
                return number;
            result.AddError($"{name} must be a whole number from {least} to {most}; '{result.Tokens[0].Value}' is not.");
            return null;
        },
    };
}
