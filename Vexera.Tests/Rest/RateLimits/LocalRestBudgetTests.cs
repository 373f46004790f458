using System.Net;
using Microsoft.Extensions.Logging;
using Vexera.Core.Rest.RateLimits;
using Vexera.Tests.Support;

namespace Vexera.Tests.Rest.RateLimits;

public sealed class LocalRestBudgetTests : RestBudgetBucketContract, IDisposable
{
    private readonly RecordingLogger<LocalRestBudget> _log = new();
    private readonly Lazy<LocalRestBudget> _budget;

    public LocalRestBudgetTests() =>
        _budget = new Lazy<LocalRestBudget>(() => new LocalRestBudget(Microsoft.Extensions.Options.Options.Create(Options), Time, _log));

    private protected override IRestBudget Budget => _budget.Value;

    public void Dispose() => _budget.Value.Dispose();

    [Fact]
    public async Task Acquire_ThreeHundredThousandGuilds_ForgetsWhatIsIdle()
    {
        Options.GlobalLimit = 10_000;
        for (var guild = 0; guild < 300_000; guild++)
        {
            var permit = await Budget.AcquireAsync(Call("GET /guilds/{guild}", $"/guilds/{guild}"), TestContext.Current.CancellationToken);
            await permit.CompleteAsync(Answer(limit: 5, remaining: 4));
            if (guild % 1000 == 0)
                Time.Advance(TimeSpan.FromSeconds(1));
        }

        // 36 seconds at most of 1000 guilds a second, each known by its route and its bucket.
        _budget.Value.Remembered.ShouldBeLessThan(2 * 36_000);
    }

    [Fact]
    public async Task Acquire_OnceForEachInteraction_KeepsNothing()
    {
        for (var i = 0; i < 100; i++)
            await (await GrantedAsync(Ask(Exempt($"/interactions/{i}/{i}")))).CompleteAsync(new RateLimitAnswer(HttpStatusCode.NoContent));

        _budget.Value.Remembered.ShouldBe(0);
    }

    [Fact]
    public async Task Acquire_TooManyInvalid_SaysSoOnceAndOnceWhenItIsOver()
    {
        Options.InvalidRequestThreshold = 10;
        for (var i = 0; i < 12; i++)
        {
            var permit = await GrantedAsync(Ask(Call(major: $"/channels/{i}") with { Essential = true }));
            await permit.CompleteAsync(new RateLimitAnswer(HttpStatusCode.Forbidden));
        }

        Time.Advance(TimeSpan.FromMinutes(11));
        await GrantedAsync(Ask());

        _log.Lines.Where(line => line.EventId == 2001).ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Error);
        _log.Lines.Where(line => line.EventId == 2002).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Complete_429_IsLoggedWithItsRouteAndScope()
    {
        await RefuseAsync(RateLimitScope.Shared, TimeSpan.FromSeconds(2.5));

        _log.Lines.ShouldHaveSingleItem().Text.ShouldBe($"{Create}: rate limited (scope Shared), next try in 2.5 s");
    }

    [Fact]
    public async Task Acquire_EverythingInvalid_StopsEvenTheEssentialBeforeTheBan()
    {
        Options.InvalidRequestThreshold = 9_000;
        Options.GlobalLimit = 10_000;
        for (var i = 0; i < InvalidRequestGuard.HardStop; i++)
        {
            var permit = await GrantedAsync(Ask(Exempt($"/interactions/{i}/x")));
            await permit.CompleteAsync(new RateLimitAnswer(HttpStatusCode.Unauthorized));
        }

        await RefusedAsync(Ask(Exempt("/interactions/0/x")));
    }
}

public sealed class LocalRestBudgetBackgroundTests : RestBudgetBackgroundContract, IDisposable
{
    private readonly Lazy<LocalRestBudget> _budget;

    public LocalRestBudgetBackgroundTests() => _budget = new Lazy<LocalRestBudget>(
        () => new LocalRestBudget(Microsoft.Extensions.Options.Options.Create(Options), Time, new RecordingLogger<LocalRestBudget>()));

    private protected override IRestBudget Budget => _budget.Value;

    public void Dispose() => _budget.Value.Dispose();
}
