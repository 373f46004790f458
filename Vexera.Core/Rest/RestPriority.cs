namespace Vexera.Core.Rest;

/// <summary>
/// What is urgent: requests that nobody waits for are made in the background. They go out after all others, and take at most
/// <see cref="RestOptions.BackgroundShare"/> of the global limit, so that a command is answered at once however much there is to do.
/// </summary>
internal static class RestPriority
{
    private static readonly AsyncLocal<bool> Background = new();

    /// <summary>Whether requests that are made here are in the background.</summary>
    public static bool IsBackground => Background.Value;

    /// <summary>Runs work whose requests are in the background, wherever it makes them.</summary>
    public static async Task<T> InBackgroundAsync<T>(Func<Task<T>> work)
    {
        // Seen by what is called from here, and gone for the caller when this returns to it.
        Background.Value = true;
        return await work();
    }

    /// <inheritdoc cref="InBackgroundAsync{T}(Func{Task{T}})"/>
    public static async Task InBackgroundAsync(Func<Task> work)
    {
        Background.Value = true;
        await work();
    }
}
