using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands;

/// <summary>Rules that no annotation can state.</summary>
internal sealed class CommandsOptionsValidator : IValidateOptions<CommandsOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CommandsOptions options)
    {
        var wrong = options.Owners
            .Select((owner, index) => (owner, index))
            .Where(entry => !Snowflake.TryParse(entry.owner, null, out var id) || id.IsNone)
            .Select(entry => $"Commands:Owners:{entry.index} is '{entry.owner}'; allowed is the id of a Discord account, 1 to 20 digits.")
            .ToList();
        if (LanguageCatalog.Find(options.Language) is null)
        {
            var allowed = string.Join(", ", LanguageCatalog.All.Select(language => language.Code));
            wrong.Add($"Commands:Language is '{options.Language}'; allowed is one of {allowed}.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
