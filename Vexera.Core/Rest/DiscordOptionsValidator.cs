using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Vexera.Core.Rest;

/// <summary>Checks every setting of <see cref="DiscordOptions"/>; all errors at once.</summary>
[OptionsValidator]
internal sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;

/// <summary>A rule whose error names the setting's path, its value and what is allowed.</summary>
internal abstract class DiscordSettingAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var path = $"{DiscordOptions.Section}:{validationContext.MemberName}";
        return Complaint(path, value) is { } complaint ? new ValidationResult(complaint, [validationContext.MemberName ?? ""]) : null;
    }

    /// <summary>What is wrong, or null.</summary>
    protected abstract string? Complaint(string path, object? value);
}

/// <summary>A whole number within bounds.</summary>
internal sealed class AllowedAttribute(int minimum, int maximum) : DiscordSettingAttribute
{
    protected override string? Complaint(string path, object? value) => value is int number && number >= minimum && number <= maximum
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{path} is {value}; allowed are {minimum} to {maximum}.");
}

/// <summary>A time span within bounds.</summary>
internal sealed class AllowedTimeAttribute(string minimum, string maximum) : DiscordSettingAttribute
{
    protected override string? Complaint(string path, object? value) =>
        value is TimeSpan span
        && span >= TimeSpan.Parse(minimum, CultureInfo.InvariantCulture)
        && span <= TimeSpan.Parse(maximum, CultureInfo.InvariantCulture)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{path} is {value}; allowed are {minimum} to {maximum} (hours:minutes:seconds).");
}

/// <summary>A bot token; the error never shows the value.</summary>
internal sealed class TokenTextAttribute : DiscordSettingAttribute
{
    protected override string? Complaint(string path, object? value)
    {
        if (value is not string text || string.IsNullOrWhiteSpace(text))
            return DiscordOptions.TokenMissing;
        try
        {
            _ = new Discord.BotToken(text);
            return null;
        }
        catch (ArgumentException)
        {
            return $"{path} holds white space or characters that no token has; allowed is one word of printable ASCII.";
        }
    }
}

/// <summary>An absolute http or https address that ends in /v10.</summary>
internal sealed class ApiBaseUrlAttribute : DiscordSettingAttribute
{
    private const string Rule = "an absolute http or https address that ends in /v10, such as https://discord.com/api/v10";

    protected override string? Complaint(string path, object? value)
    {
        if (!Uri.TryCreate(value as string, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return $"{path} is '{value}'; allowed is {Rule}.";
        if (address.UserInfo.Length > 0)
            return $"{path} holds a user name or password; allowed is {Rule}.";
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return $"{path} is '{value}', with a query or fragment; allowed is {Rule}.";
        return address.AbsolutePath.TrimEnd('/').EndsWith("/v10", StringComparison.Ordinal)
            ? null
            : $"{path} is '{value}', without the version; allowed is {Rule}.";
    }
}
