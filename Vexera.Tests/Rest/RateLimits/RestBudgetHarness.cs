using System.Net;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Rest;
using Vexera.Core.Rest.RateLimits;

namespace Vexera.Tests.Rest.RateLimits;

/// <summary>
/// What the contracts of <see cref="IRestBudget"/> stand on. Whoever writes a second implementation derives its tests from
/// <see cref="RestBudgetBucketContract"/> and <see cref="RestBudgetRefusalContract"/> and supplies <see cref="Budget"/>.
/// </summary>
public abstract class RestBudgetHarness
{
    private protected const string Create = "POST /channels/{channel}/messages";
    private protected const string Edit = "PATCH /channels/{channel}/messages/{message}";
    private protected static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private protected FakeTimeProvider Time { get; } = new();

    private protected RestOptions Options { get; } = new();

    /// <summary>The implementation, with <see cref="Options"/> and <see cref="Time"/>. Made once in each test.</summary>
    private protected abstract IRestBudget Budget { get; }

    /// <summary>Waits until the implementation has thought about all it was told, if it takes time for that.</summary>
    private protected virtual Task SettleAsync() => Task.CompletedTask;

    private protected RestCall Call(string route = Create, string major = "/channels/1", TimeSpan? patience = null) =>
        new(route, major, Time.GetTimestamp(), patience ?? Options.MaxWait);

    private protected Task<IRestPermit> Ask(string route = Create, string major = "/channels/1") => Ask(Call(route, major));

    private protected Task<IRestPermit> Ask(RestCall call) => AskUntil(call, TestContext.Current.CancellationToken);

    private protected Task<IRestPermit> AskUntil(RestCall call, CancellationToken cancellationToken) =>
        Budget.AcquireAsync(call, cancellationToken).AsTask();

    private protected static RateLimitAnswer Answer(int limit, int remaining, TimeSpan? resetAfter = null, string hash = "abc") =>
        new(HttpStatusCode.OK) { Bucket = new BucketFigures(hash, limit, remaining, resetAfter ?? Window) };

    private protected async Task LearnAsync(string route = Create, string major = "/channels/1", int limit = 5, int remaining = 4) =>
        await (await GrantedAsync(Ask(route, major))).CompleteAsync(Answer(limit, remaining));

    private protected async Task<IRestPermit> GrantedAsync(Task<IRestPermit> asked)
    {
        await SettleAsync();
        asked.IsCompletedSuccessfully.ShouldBeTrue("the request may go");
        return await asked;
    }

    private protected async Task WaitsAsync(Task<IRestPermit> asked)
    {
        await SettleAsync();
        asked.IsCompleted.ShouldBeFalse("the request has to wait");
    }

    private protected async Task<RestBudgetException> RefusedAsync(Task<IRestPermit> asked)
    {
        await SettleAsync();
        asked.IsFaulted.ShouldBeTrue("the request is refused");
        return await asked.ShouldThrowAsync<RestBudgetException>();
    }

    private protected RestCall Exempt(string major = "/interactions/1/f00") =>
        Call("POST /interactions/{interaction}/{token}/callback", major) with { CountsGlobally = false, Essential = true };

    private protected static RateLimitAnswer Refusal(RateLimitScope scope, TimeSpan retryAfter) =>
        new(HttpStatusCode.TooManyRequests) { Scope = scope, RetryAfter = retryAfter };

    private protected async Task RefuseAsync(RateLimitScope scope, TimeSpan retryAfter, string major = "/channels/1") =>
        await (await GrantedAsync(Ask(major: major))).CompleteAsync(Refusal(scope, retryAfter));
}
