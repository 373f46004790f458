using Microsoft.Extensions.Options;
using Vexera.Core.Gateway.Fleet;

namespace Vexera.Core.Gateway;

/// <summary>The rules across several settings of <see cref="GatewayOptions"/>.</summary>
internal sealed class GatewayOptionsRules : IValidateOptions<GatewayOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var failures = new List<string>();
        if (ShardPlan.TryParse(options.Shards, out var range))
        {
            if (options.ShardCount == 0)
                failures.Add($"Gateway:Shards is {options.Shards}, but Gateway:ShardCount is 0: a process that runs a part must know the whole.");
            else if (range.Last >= options.ShardCount || range.First > range.Last)
                failures.Add($"Gateway:Shards is {options.Shards}; with Gateway:ShardCount {options.ShardCount} it must lie within 0-{options.ShardCount - 1}, lower number first.");
        }

        if (options.Reshard == GatewayReshard.Automatic && options.ShardCount != 0)
            failures.Add($"Gateway:Reshard is Automatic, but Gateway:ShardCount is {options.ShardCount}: only a ShardCount of 0 leaves the number to Discord. Set Gateway:Reshard to Off, or Gateway:ShardCount to 0.");
        if (options.BackoffFirst > options.BackoffMax)
            failures.Add($"Gateway:BackoffFirst is {options.BackoffFirst}; it must not be longer than Gateway:BackoffMax, {options.BackoffMax}.");
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
