using System.Globalization;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Modules.Shards;

/// <summary>One shard, or all.</summary>
/// <param name="Id">The shard's number, or null for all.</param>
internal readonly record struct WhichShards(int? Id);

/// <summary>A shard's number, or <c>all</c>.</summary>
internal sealed class WhichShardsArgument : ArgumentType<WhichShards>
{
    /// <summary>The word for all shards.</summary>
    public const string All = "all";

    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.String;

    /// <inheritdoc/>
    public override Text Allowed => ShardsText.AllowedWhich(InlineCode.Of(All));

    /// <inheritdoc/>
    public override string Example => "0";

    /// <inheritdoc/>
    public override string Placeholder => $"id|{All}";

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out WhichShards value)
    {
        value = default;
        if (text.Equals(All, StringComparison.OrdinalIgnoreCase))
            return true;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        value = new WhichShards(id);
        return isNumber;
    }
}
