using Vexera.Core.Rest.RateLimits;
using Vexera.Tests.Support;

namespace Vexera.Tests.Rest.RateLimits;

public sealed class LocalRestBudgetRefusalTests : RestBudgetRefusalContract, IDisposable
{
    private readonly Lazy<LocalRestBudget> _budget;

    public LocalRestBudgetRefusalTests() => _budget = new Lazy<LocalRestBudget>(() =>
        new LocalRestBudget(Microsoft.Extensions.Options.Options.Create(Options), Time, new RecordingLogger<LocalRestBudget>()));

    private protected override IRestBudget Budget => _budget.Value;

    public void Dispose() => _budget.Value.Dispose();
}
