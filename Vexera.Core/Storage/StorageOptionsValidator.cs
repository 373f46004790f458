using Microsoft.Extensions.Options;
using Npgsql;

namespace Vexera.Core.Storage;

/// <summary>Rules that no annotation can state. What it says never holds any part of the connection string.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options) => options switch
    {
        { Provider: not StorageProvider.PostgreSql } => ValidateOptionsResult.Success,
        { ConnectionString: null } => ValidateOptionsResult.Fail(
            "Storage:ConnectionString is missing, and Storage:Provider is PostgreSql; allowed is Host=…;Database=…;Username=…;Password=…"),
        { ConnectionString: { } secret } when !IsReadable(secret) => ValidateOptionsResult.Fail(
            "Storage:ConnectionString is [redacted]; allowed is Host=…;Port=…;Database=…;Username=…;Password=… with other keywords of Npgsql"),
        _ => ValidateOptionsResult.Success,
    };

    private static bool IsReadable(Secret secret)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(secret.Reveal()).Host is { Length: > 0 };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return false;
        }
    }
}
