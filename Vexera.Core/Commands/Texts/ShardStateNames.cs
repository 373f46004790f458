using Vexera.Core.Shards;

namespace Vexera.Core.Commands.Texts;

/// <summary>States of shards in words.</summary>
internal static class ShardStateNames
{
    private static readonly TextSet Set = new(typeof(ShardStateNames));

    /// <summary>The state in lower-case words.</summary>
    public static Text Of(ShardState state) => Set.Plain(state.ToString());
}
