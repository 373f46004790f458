using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet.Resharding;
using Vexera.Core.State;
using Vexera.Core.State.Sessions;

namespace Vexera.Core.Dispatch.Merging;

/// <summary>Makes merges that compare what State or a handler wants.</summary>
/// <param name="routes">Knows what is wanted.</param>
/// <param name="guilds">The guilds as the bot knows them.</param>
/// <param name="journal">Where the new sessions are kept from the takeover on.</param>
/// <param name="timing">The waits and the clock.</param>
internal sealed class MergingSinkFactory(EventRoutes routes, IGuildStates guilds, StateJournal journal, ReshardTiming timing) : IFleetMergeFactory
{
    /// <inheritdoc/>
    public IFleetMerge Create(IDispatchSink next) => new MergingSink(next, Matters, guilds, journal, timing);

    private bool Matters(ReadOnlyMemory<byte> name) => routes.Find(name.Span) is { } route && (route.ChangesState || route.Wrapper is not null);
}
