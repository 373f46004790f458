namespace Vexera.Tests.Support;

/// <summary>Waits for what another thread is about to bring about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Looks again and again until <paramref name="condition"/> holds.</summary>
    /// <exception cref="TimeoutException">It does not for half a minute.</exception>
    public static async Task UntilAsync(Func<bool> condition)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (time.GetElapsedTime(began) > Patience)
                throw new TimeoutException("What was waited for did not happen.");
            await Task.Yield();
        }
    }
}
