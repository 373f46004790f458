using System.CommandLine;
using System.CommandLine.Parsing;
using Vexera.Host.Configuration;

namespace Vexera.Host.Cli;

/// <summary><c>--set PATH=VALUE</c>, which overrides any setting, and the configuration that follows.</summary>
internal sealed class SettingsOption
{
    /// <summary>The option, for every command.</summary>
    public Option<KeyValuePair<string, string?>[]> Option { get; } = new("--set")
    {
        Description = CliText.SetDescription,
        HelpName = CliText.SetValue,
        Recursive = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = Parse,
    };

    /// <summary>The sources of settings that the command line asks for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="fixtures">What the command itself sets; stronger than the environment, weaker than <c>--set</c>.</param>
    public ConfigurationSources Sources(ParseResult parsed, params IEnumerable<KeyValuePair<string, string?>> fixtures)
    {
        var overrides = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, value) in fixtures.Concat(parsed.GetValue(Option) ?? []))
            overrides[path] = value;
        return new ConfigurationSources(new AppSettingsFile(Environment.CurrentDirectory, AppContext.BaseDirectory), overrides);
    }

    private static KeyValuePair<string, string?>[] Parse(ArgumentResult result)
    {
        var pairs = new List<KeyValuePair<string, string?>>();
        foreach (var token in result.Tokens)
        {
            var at = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
                result.AddError(CliText.SetMalformed.With(token.Value));
            else
                pairs.Add(new(token.Value[..at], token.Value[(at + 1)..]));
        }

        return [.. pairs];
    }
}
