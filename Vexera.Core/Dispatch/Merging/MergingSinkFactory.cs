using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet.Resharding;
using Vexera.Core.State;

namespace Vexera.Core.Dispatch.Merging;

/// <summary>Makes merges that compare what State or a handler wants.</summary>
/// <param name="routes">Knows what is wanted.</param>
/// <param name="guilds">The guilds as the bot knows them.</param>
/// <param name="timing">The waits and the clock.</param>
internal sealed class MergingSinkFactory(EventRoutes routes, IGuildStates guilds, ReshardTiming timing) : IFleetMergeFactory
{
    /// <inheritdoc/>
    public IFleetMerge Create(IDispatchSink next) => new MergingSink(next, Matters, guilds, timing);

    private bool Matters(ReadOnlyMemory<byte> name) => routes.Find(name.Span) is { } route && (route.ChangesState || route.Wrapper is not null);
}
