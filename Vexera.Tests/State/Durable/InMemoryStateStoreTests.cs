using Vexera.Core.State.Durable;

namespace Vexera.Tests.State.Durable;

/// <summary>The store that other tests stand on keeps the contract too.</summary>
public sealed class InMemoryStateStoreTests : StateStoreContract
{
    private protected override IStateStore Store { get; } = new InMemoryStateStore();
}
